package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The percentile interval of R2 when the held-out clips are drawn again (Efron 1979), clips and not
 * frames being the independent samples.
 */
final class Bootstrap {
  static final int RESAMPLES = 1000;

  private Bootstrap() {}

  /** The 2.5 % and 97.5 % points; draws in which the target does not vary are left out. */
  static double[] interval(Sums[] clips, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] r2 = new double[RESAMPLES];
    int[] chosen = new int[clips.length];
    int n = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < chosen.length; j++) {
        chosen[j] = random.nextInt(clips.length);
      }
      Sums sums = Sums.total(clips, chosen);
      if (sums.varies()) {
        r2[n++] = sums.r2();
      }
    }
    double[] kept = Arrays.copyOf(r2, n);
    Arrays.sort(kept);
    return new double[] {quantile(kept, 0.025), quantile(kept, 0.975)};
  }

  private static double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = q * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
