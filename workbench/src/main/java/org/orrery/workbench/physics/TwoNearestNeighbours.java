package org.orrery.workbench.physics;

import java.util.Arrays;

/**
 * The intrinsic dimension of samples from the ratio of the distances to their two nearest
 * neighbours, mu = r2 / r1 (Facco, d'Errico, Rodriguez and Laio 2017, "Estimating the intrinsic
 * dimension of datasets by a minimal neighborhood information"): mu has the distribution F = 1 -
 * mu^-d, so d is the slope of -log(1 - F) over log mu, a line through the origin. The tenth with
 * the largest ratios is left out, as in the paper.
 */
final class TwoNearestNeighbours {
  private static final double KEPT = 0.9;

  private TwoNearestNeighbours() {}

  /** The dimension of independent samples [n][d]; equal ones count once. */
  static double dimension(double[][] samples) {
    double[] logs = new double[samples.length];
    int n = 0;
    for (int i = 0; i < samples.length; i++) {
      double first = Double.POSITIVE_INFINITY;
      double second = Double.POSITIVE_INFINITY;
      for (int j = 0; j < samples.length; j++) {
        double distance = LatentArrays.squaredDistance(samples[i], samples[j]);
        if (distance > 0 && distance < first) {
          second = first;
          first = distance;
        } else if (distance > first && distance < second) {
          second = distance;
        }
      }
      if (second < Double.POSITIVE_INFINITY) {
        logs[n++] = 0.5 * Math.log(second / first);
      }
    }
    if (n < 20) {
      throw new IllegalArgumentException(
          "an intrinsic dimension needs 20 samples or more with two different neighbours; received "
              + n);
    }
    double[] sorted = Arrays.copyOf(logs, n);
    Arrays.sort(sorted);
    double across = 0;
    double along = 0;
    for (int i = 0; i < (int) (KEPT * n); i++) {
      double y = -Math.log(1 - (i + 1.0) / n);
      across += sorted[i] * y;
      along += sorted[i] * sorted[i];
    }
    return across / along;
  }
}
