package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From latents to frames, so that imagination can be seen. It is trained on detached latents: what
 * it finds easy to paint does not shape what the encoder keeps.
 *
 * @param latent length D of a latent
 * @param hidden width of its two hidden layers
 * @param colours 1 or 3
 * @param canvas side of the frames it paints
 */
record LatentDecoder(int latent, int hidden, int colours, int canvas) {
  /** Most pixels are dark: an untrained decoder paints sigmoid(-4) = 0.02. */
  private static final float DARK = -4;

  void declare(Initializer initializer) {
    initializer.linear("decoder.fc1", latent, hidden);
    initializer.linear("decoder.fc2", hidden, hidden);
    initializer.linear("decoder.out", hidden, colours * canvas * canvas);
    initializer.fill("decoder.out.bias", DARK);
  }

  /** Latents [n, D] to logits [n, colours * canvas * canvas]. */
  Tensor logits(Ops ops, Tensor latents) {
    Tensor x = ops.relu(Layers.linear(ops, latents, "decoder.fc1"));
    x = ops.relu(Layers.linear(ops, x, "decoder.fc2"));
    return Layers.linear(ops, x, "decoder.out");
  }

  /** Latents [n, D] to frames [n, colours * canvas * canvas] in [0, 1]. */
  Tensor paint(Ops ops, Tensor latents) {
    return ops.sigmoid(logits(ops, latents));
  }

  /**
   * Cross-entropy of what is painted from latents [batch, time, D], detached, against pooled frames
   * [batch, time + 1, colours, inner, inner] without the first.
   */
  Tensor error(Ops ops, Tensor pooled, Tensor latents) {
    Tensor detached = ops.reshape(ops.detach(latents), latents.size(0) * latents.size(1), latent);
    return ops.bceWithLogits(logits(ops, detached), Canvas.truth(ops, pooled, canvas));
  }
}
