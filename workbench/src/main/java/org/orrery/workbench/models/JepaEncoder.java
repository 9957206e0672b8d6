package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From pairs of frames to latents: stride-2 convolutions over [frame, gain * (frame - previous)],
 * then a projector that ends in batch normalisation, which SIGReg needs.
 */
record JepaEncoder(JepaConfig config) {

  void declare(Initializer initializer) {
    int in = 2;
    for (int i = 0; i < config.channels().size(); i++) {
      int out = config.channels().get(i);
      initializer.conv("encoder.conv" + i, in, out, 4);
      in = out;
    }
    initializer.linear("encoder.fc", config.features(), config.hidden());
    initializer.norm("encoder.norm", config.hidden());
    initializer.running("encoder.norm", config.hidden());
    initializer.linear("encoder.project", config.hidden(), config.latent());
    if (config.direct()) {
      initializer.linear("encoder.direct", 2 * config.inner() * config.inner(), config.latent());
    }
    initializer.running("encoder.latent", config.latent());
  }

  /** Frames [batch, time + 1, 1, h, w] in [0, 1] to latents [batch, time, D]. */
  Tensor encode(Ops ops, Tensor pooled) {
    long batch = pooled.size(0);
    long time = pooled.size(1) - 1;
    int side = config.inner();
    Tensor now = ops.slice(pooled, 1, 1, time + 1);
    Tensor before = ops.slice(pooled, 1, 0, time);
    Tensor motion = ops.mul(ops.sub(now, before), config.motionGain());
    Tensor seen = ops.reshape(ops.concat(2, List.of(now, motion)), batch * time, 2, side, side);
    Tensor x = seen;
    for (int i = 0; i < config.channels().size(); i++) {
      x = ops.relu(conv(ops, x, "encoder.conv" + i));
    }
    x = Layers.linear(ops, ops.reshape(x, batch * time, config.features()), "encoder.fc");
    x =
        ops.batchNorm(
            x,
            ops.parameter("encoder.norm.weight"),
            ops.parameter("encoder.norm.bias"),
            "encoder.norm");
    x = Layers.linear(ops, ops.gelu(x), "encoder.project");
    if (config.direct()) {
      Tensor pixels = ops.reshape(seen, batch * time, 2L * side * side);
      x = ops.add(x, Layers.linear(ops, pixels, "encoder.direct"));
    }
    x = ops.batchNorm(x, null, null, "encoder.latent");
    return ops.reshape(x, batch, time, config.latent());
  }

  private static Tensor conv(Ops ops, Tensor x, String name) {
    return ops.conv2d(x, ops.parameter(name + ".weight"), ops.parameter(name + ".bias"), 2, 1);
  }

  /** Frames [batch, time, 1, size, size] to the encoder's resolution. */
  Tensor pool(Ops ops, Tensor frames) {
    long batch = frames.size(0);
    long time = frames.size(1);
    if (config.pool() == 1) {
      return frames;
    }
    Tensor flat = ops.reshape(frames, batch * time, 1, config.size(), config.size());
    return ops.reshape(
        ops.avgPool2d(flat, config.pool()), batch, time, 1, config.inner(), config.inner());
  }
}
