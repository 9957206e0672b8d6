package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.Locale;

/**
 * How well a target is read out on held-out clips.
 *
 * <pre>{@code
 * score.r2();          // 0.98: mean over components of 1 - sum (y - y^)^2 / sum (y - mean y)^2
 * score.low();         // lower end of the 95 % interval of it, from a bootstrap over clips
 * score.value();       // the same figure, or the accuracy when the target is a class
 * }</pre>
 *
 * @param measure what {@code value} is
 * @param value coefficient of determination, mean over components, or share of classes told right
 * @param low lower end of the 95 % percentile interval of {@code value}, resampling clips
 * @param high upper end of it
 * @param perComponent R2 of each component of the target; of classes the share told right of each
 *     (NaN for one that no held-out sample has)
 * @param pearson Pearson's correlation of truth and prediction, mean over components (0 for a
 *     constant prediction; NaN for classes)
 * @param mse mean squared error over samples and components, in the target's units squared (NaN for
 *     classes)
 * @param samples the number of held-out samples
 * @param clips the number of held-out clips they come from
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Score(
    Measure measure,
    double value,
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

  /** A score of numbers. */
  public Score(
      double r2,
      double low,
      double high,
      double[] perComponent,
      double pearson,
      double mse,
      int samples,
      int clips) {
    this(Measure.R2, r2, low, high, perComponent, pearson, mse, samples, clips);
  }

  /** Held-out R2; refused for classes, which have none. */
  public double r2() {
    if (measure != Measure.R2) {
      throw new IllegalStateException(
          "a probe of classes has no R2; its accuracy is value(), and balanced() its mean over classes");
    }
    return value;
  }

  /** The mean over components or classes: of classes, the balanced accuracy. */
  public double balanced() {
    return Arrays.stream(perComponent).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  /** R2 of each component of the target, or the share told right of each class. */
  @Override
  public double[] perComponent() {
    return perComponent.clone();
  }

  /** Scores predictions [n][k] against the truth; {@code clip} says where each sample is from. */
  static Score of(
      double[][] truth, double[][] prediction, int[] clip, double[] weights, long seed) {
    Sums[] sums = Sums.perClip(truth, prediction, clip, weights);
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
    return Double.hashCode(value) * 31 + Arrays.hashCode(perComponent);
  }

  @Override
  public String toString() {
    return measure == Measure.R2
        ? "R2 %s [%s, %s], r %s, MSE %s, %d samples of %d clips"
            .formatted(value, low, high, pearson, mse, samples, clips)
        : String.format(
            Locale.ROOT,
            "accuracy %s [%s, %s], %.3f balanced, %d samples of %d clips",
            value,
            low,
            high,
            balanced(),
            samples,
            clips);
  }
}
