package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From pairs of frames to latents: stride-2 convolutions or a vision transformer over [frame, gain
 * * (frame - previous)], then a projector that ends in batch normalisation, which SIGReg needs.
 */
record JepaEncoder(JepaConfig config) {

  private int seen() {
    return 2 * config.colours();
  }

  private VisionTransformer transformer(VitConfig vit) {
    return new VisionTransformer(vit, seen(), config.inner(), Layers.EPSILON);
  }

  private Projector projector() {
    return new Projector("encoder", config.features(), config.hidden(), config.latent());
  }

  void declare(Initializer initializer) {
    if (config.vit().isPresent()) {
      transformer(config.vit().get()).declare(initializer);
    } else {
      int in = seen();
      for (int i = 0; i < config.channels().size(); i++) {
        int out = config.channels().get(i);
        initializer.conv("encoder.conv" + i, in, out, 4);
        in = out;
      }
    }
    projector().declare(initializer);
    if (config.direct()) {
      int pixels = seen() * config.inner() * config.inner();
      initializer.linear("encoder.direct", pixels, config.latent());
    }
    initializer.running("encoder.latent", config.latent());
  }

  /** Pooled frames [batch, time + 1, colours, inner, inner] to latents [batch, time, D]. */
  Tensor encode(Ops ops, Tensor pooled) {
    return encode(ops, pooled, LayerTrace.none());
  }

  /** The same, with what each layer gave. */
  Tensor encode(Ops ops, Tensor pooled, LayerTrace trace) {
    long batch = pooled.size(0);
    long time = pooled.size(1) - 1;
    Tensor pairs = config.sight().pairs(ops, pooled);
    Tensor x = projector().hidden(ops, features(ops, pairs, trace));
    x = projector().project(ops, trace.rows("projector", x));
    if (config.direct()) {
      Tensor pixels = ops.reshape(pairs, batch * time, -1);
      x = ops.add(x, Layers.linear(ops, pixels, "encoder.direct"));
    }
    x = trace.rows("latent", ops.batchNorm(x, null, null, "encoder.latent"));
    return ops.reshape(x, batch, time, config.latent());
  }

  /** Pairs [n, 2 * colours, inner, inner] to [n, features]. */
  private Tensor features(Ops ops, Tensor pairs, LayerTrace trace) {
    if (config.vit().isPresent()) {
      return trace.rows("transformer", transformer(config.vit().get()).apply(ops, pairs));
    }
    Tensor x = pairs;
    for (int i = 0; i < config.channels().size(); i++) {
      x = ops.relu(Layers.conv(ops, x, "encoder.conv" + i, 2, 1));
      trace.maps("convolution " + (i + 1), x);
    }
    return ops.reshape(x, pairs.size(0), config.features());
  }
}
