package org.orrery.workbench.models;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.Clip;

/** The question "what comes after these frames?", answered by {@link #frames(int)}. */
public final class Imagine {
  private final WorldModel model;
  private final Clip truth;
  private final Continuation continuation;
  private int given = 4;

  /** What follows given latents, told conditions (null without). */
  @FunctionalInterface
  interface Continuation {
    INDArray of(INDArray given, int steps, INDArray conditions);
  }

  Imagine(WorldModel model, Clip truth) {
    this(model, truth, model::rollout);
  }

  private Imagine(WorldModel model, Clip truth, Continuation continuation) {
    this.model = model;
    this.truth = truth;
    this.continuation = continuation;
  }

  /** The same question, answered in another way. */
  Imagine through(Continuation other) {
    return new Imagine(model, truth, other);
  }

  /** How many frames the model is shown; 4 unless told, 2 at least (a latent needs a pair). */
  public Imagine given(int frames) {
    if (frames < 2) {
      throw new IllegalArgumentException(
          "given(%d): expected at least 2 frames, since a latent sees a pair; say .given(2) or more"
              .formatted(frames));
    }
    if (frames >= truth.frames()) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; at least %d are needed (%d given + 1 imagined): shorten .given(%d) or use a longer clip"
              .formatted(truth.id(), truth.frames(), frames + 1, frames, frames));
    }
    this.given = frames;
    return this;
  }

  /** Imagines that many further frames. */
  public Imagination frames(int steps) {
    if (steps < 1 || given + steps > truth.frames()) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; %d are needed (%d given + %d imagined): shorten .frames(%d) or .given(%d), or use a longer clip"
              .formatted(truth.id(), truth.frames(), given + steps, given, steps, steps, given));
    }
    INDArray latents = model.encode(truth);
    long dimensions = latents.size(1);
    INDArray seen = latents.get(NDArrayIndex.interval(1, given), NDArrayIndex.all()).dup('c');
    INDArray told = model.conditions(List.of(truth), 1, given + steps);
    INDArray imagined =
        continuation
            .of(seen.reshape(1, given - 1, dimensions), steps, told)
            .reshape(steps, dimensions);
    return new Imagination(
        truth.slice(0, given + steps),
        given,
        Painting.of(model, truth, given, imagined),
        latents.get(NDArrayIndex.interval(0, given + steps), NDArrayIndex.all()).dup('c'),
        imagined);
  }
}
