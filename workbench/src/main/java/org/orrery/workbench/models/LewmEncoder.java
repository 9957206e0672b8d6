package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From single frames to latents: ImageNet's normalisation of colours, a vision transformer whose
 * class token is the answer, a projector.
 */
record LewmEncoder(LewmConfig config) {
  /** Mean and deviation of ImageNet's red, green and blue, which LeWM's frames are divided by. */
  private static final float[] MEAN = {0.485f, 0.456f, 0.406f};

  private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

  /** Of the transformer's layer normalisations, as in Hugging Face's ViT. */
  private static final double EPSILON = 1e-12;

  /** Of the transformer's first weights, likewise. */
  private static final double FIRST = 0.02;

  private VisionTransformer transformer() {
    return new VisionTransformer(config.vit(), MEAN.length, config.size(), EPSILON);
  }

  private Projector projector() {
    return new Projector("encoder", config.vit().width(), config.hidden(), config.latent());
  }

  void declare(Initializer initializer) {
    transformer().declare(initializer);
    initializer.redraw("encoder.", FIRST);
    projector().declare(initializer);
  }

  /** Frames [batch, time + 1, colours, size, size], the first unseen, to [batch, time, D]. */
  Tensor encode(Ops ops, Tensor frames, LayerTrace trace) {
    long batch = frames.size(0);
    long time = frames.size(1) - 1;
    Tensor seen = ops.slice(frames, 1, 1, time + 1);
    seen = ops.reshape(seen, batch * time, config.colours(), config.size(), config.size());
    Tensor token = trace.rows("transformer", transformer().apply(ops, normalised(ops, seen)));
    Tensor hidden = trace.rows("projector", projector().hidden(ops, token));
    Tensor latents = trace.rows("latent", projector().project(ops, hidden));
    return ops.reshape(latents, batch, time, config.latent());
  }

  /** Frames [n, 1 or 3, size, size] in [0, 1] to [n, 3, size, size]; a grey one has three equal. */
  private static Tensor normalised(Ops ops, Tensor frames) {
    Tensor centred = ops.sub(frames, ops.constant(MEAN, 1, MEAN.length, 1, 1));
    return ops.div(centred, ops.constant(DEVIATION, 1, DEVIATION.length, 1, 1));
  }
}
