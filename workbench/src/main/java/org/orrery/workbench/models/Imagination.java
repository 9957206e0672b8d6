package org.orrery.workbench.models;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;

/**
 * What a model imagined, beside the truth.
 *
 * @param truth the given frames and those that really followed
 * @param given how many frames the model saw
 * @param imagined the given frames, then the imagined ones as the decoder paints them
 * @param trueLatents latents of the truth, [frames, D]
 * @param imaginedLatents latents of the imagined frames, [frames - given, D]
 */
public record Imagination(
    Clip truth, int given, Clip imagined, INDArray trueLatents, INDArray imaginedLatents) {

  /** Frames that were imagined. */
  public int steps() {
    return truth.frames() - given;
  }

  @Override
  public String toString() {
    return "%d frames of %s imagined from %d given ones".formatted(steps(), truth.id(), given);
  }
}
