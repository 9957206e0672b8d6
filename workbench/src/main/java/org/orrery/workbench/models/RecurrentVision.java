package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** The convolutional halves of a recurrent model: frames to features, latents to frames. */
record RecurrentVision(RecurrentConfig config) {
  private static final float DARK = -4;

  void declare(Initializer initializer) {
    int in = 2 * config.colours();
    int last = config.channels().size() - 1;
    for (int i = 0; i <= last; i++) {
      int out = config.channels().get(i);
      initializer.conv("encoder.conv" + i, in, out, 4);
      in = out;
    }
    initializer.linear("encoder.fc", config.features(), config.hidden());
    int latent = config.deterministic() + config.stochastic();
    initializer.linear("decoder.fc", latent, config.features());
    for (int i = last; i >= 0; i--) {
      int out = i == 0 ? config.colours() : config.channels().get(i - 1);
      initializer.transposedConv("decoder.conv" + i, config.channels().get(i), out, 4);
    }
    initializer.fill("decoder.conv0.bias", DARK);
  }

  /** Pooled frames [batch, time + 1, colours, inner, inner] to [batch, time, hidden]. */
  Tensor encode(Ops ops, Tensor pooled) {
    return encode(ops, pooled, LayerTrace.none());
  }

  /** The same, with what each layer gave. */
  Tensor encode(Ops ops, Tensor pooled, LayerTrace trace) {
    long batch = pooled.size(0);
    long time = pooled.size(1) - 1;
    Tensor x = config.sight().pairs(ops, pooled);
    for (int i = 0; i < config.channels().size(); i++) {
      x = ops.relu(Layers.conv(ops, x, "encoder.conv" + i, 2, 1));
      trace.maps("convolution " + (i + 1), x);
    }
    x = ops.reshape(x, batch * time, config.features());
    x = trace.rows("features", ops.relu(Layers.linear(ops, x, "encoder.fc")));
    return ops.reshape(x, batch, time, config.hidden());
  }

  /** Latents [n, h + s] to logits [n, colours * inner * inner]. */
  Tensor logits(Ops ops, Tensor latents) {
    long n = latents.size(0);
    int last = config.channels().size() - 1;
    int side = config.featureSide();
    Tensor x = ops.relu(Layers.linear(ops, latents, "decoder.fc"));
    x = ops.reshape(x, n, config.channels().get(last), side, side);
    for (int i = last; i >= 0; i--) {
      Tensor weight = ops.parameter("decoder.conv" + i + ".weight");
      Tensor bias = ops.parameter("decoder.conv" + i + ".bias");
      x = ops.convTranspose2d(i == last ? x : ops.relu(x), weight, bias, 2, 1);
    }
    return ops.reshape(x, n, config.sight().pixels());
  }
}
