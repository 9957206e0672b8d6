package org.orrery.workbench.probes;

import java.util.Arrays;

/**
 * How well a target is read out on held-out clips.
 *
 * <pre>{@code
 * score.r2();          // 0.98: mean over components of 1 - sum (y - y^)^2 / sum (y - mean y)^2
 * score.low();         // lower end of the 95 % interval of r2, from a bootstrap over clips
 * }</pre>
 *
 * @param r2 coefficient of determination, mean over components; 1 is perfect, 0 is the mean
 * @param low lower end of the 95 % percentile interval of {@code r2}, resampling clips
 * @param high upper end of it
 * @param perComponent r2 of each component of the target
 * @param pearson Pearson's correlation of truth and prediction, mean over components (0 for a
 *     constant prediction)
 * @param mse mean squared error over samples and components, in the target's units squared
 * @param samples the number of held-out samples
 * @param clips the number of held-out clips they come from
 */
public record Score(
    double r2,
    double low,
    double high,
    double[] perComponent,
    double pearson,
    double mse,
    int samples,
    int clips) {

  /** Keeps a copy of the components. */
  public Score {
    perComponent = perComponent.clone();
  }

  /** R2 of each component of the target. */
  @Override
  public double[] perComponent() {
    return perComponent.clone();
  }

  /** Scores predictions [n][k] against the truth; {@code clip} says where each sample is from. */
  static Score of(double[][] truth, double[][] prediction, int[] clip, long seed) {
    Sums[] sums = Sums.perClip(truth, prediction, clip);
    Sums all = Sums.total(sums, null);
    double[] interval = Bootstrap.interval(sums, seed);
    return new Score(
        all.r2(),
        interval[0],
        interval[1],
        all.r2PerComponent(),
        all.pearson(),
        all.mse(),
        truth.length,
        sums.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Score that
        && toString().equals(that.toString())
        && Arrays.equals(perComponent, that.perComponent);
  }

  @Override
  public int hashCode() {
    return Double.hashCode(r2) * 31 + Arrays.hashCode(perComponent);
  }

  @Override
  public String toString() {
    return "R2 %s [%s, %s], r %s, MSE %s, %d samples of %d clips"
        .formatted(r2, low, high, pearson, mse, samples, clips);
  }
}
