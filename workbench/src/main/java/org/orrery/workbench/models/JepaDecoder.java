package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From latents to frames, so that imagination can be seen. It is trained on detached latents: what
 * it finds easy to paint does not shape what the encoder keeps.
 */
record JepaDecoder(JepaConfig config) {
  /** Most pixels are dark: an untrained decoder paints sigmoid(-4) = 0.02. */
  private static final float DARK = -4;

  void declare(Initializer initializer) {
    int pixels = config.colours() * config.canvas() * config.canvas();
    initializer.linear("decoder.fc1", config.latent(), config.decoder());
    initializer.linear("decoder.fc2", config.decoder(), config.decoder());
    initializer.linear("decoder.out", config.decoder(), pixels);
    initializer.fill("decoder.out.bias", DARK);
  }

  /** Latents [n, D] to logits [n, colours * canvas * canvas]. */
  Tensor logits(Ops ops, Tensor latents) {
    Tensor x = ops.relu(Layers.linear(ops, latents, "decoder.fc1"));
    x = ops.relu(Layers.linear(ops, x, "decoder.fc2"));
    return Layers.linear(ops, x, "decoder.out");
  }
}
