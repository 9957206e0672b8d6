package org.orrery.workbench.training;

import java.util.Map;

/**
 * What one step did.
 *
 * @param step counted from one
 * @param steps steps in all
 * @param losses every named loss, and {@code gradient}, the gradient's norm before clipping
 * @param learningRate the rate it took
 * @param seconds since the run began
 * @param clipsPerSecond windows trained a second since the run began, or went on
 * @param validation every named loss on the held-out clips, where they were asked after this step
 */
public record TrainingStep(
    int step,
    int steps,
    Map<String, Double> losses,
    double learningRate,
    double seconds,
    double clipsPerSecond,
    Map<String, Double> validation) {

  /** A step after which no held-out clips were asked. */
  public TrainingStep(
      int step,
      int steps,
      Map<String, Double> losses,
      double learningRate,
      double seconds,
      double clipsPerSecond) {
    this(step, steps, losses, learningRate, seconds, clipsPerSecond, Map.of());
  }

  /** The loss that is minimised. */
  public double loss() {
    return losses.get("loss");
  }
}
