package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * The percentile interval of a figure when the held-out clips are drawn again (Efron 1979), clips
 * and not frames being the independent samples.
 *
 * <pre>{@code
 * double[] ends = Bootstrap.interval(errors.length, 0, chosen -> mean(errors, chosen));
 * }</pre>
 */
public final class Bootstrap {
  /** How often the clips are drawn again. */
  public static final int RESAMPLES = 1000;

  private Bootstrap() {}

  /** The 2.5 % and 97.5 % points; draws in which the target does not vary are left out. */
  static double[] interval(Sums[] clips, long seed) {
    return interval(
        clips.length,
        seed,
        chosen -> {
          Sums sums = Sums.total(clips, chosen);
          return sums.varies() ? sums.r2() : Double.NaN;
        });
  }

  /**
   * The 2.5 % and 97.5 % points of any figure of chosen clips; draws that give NaN are left out,
   * and both points are NaN if all do.
   *
   * @param clips how many clips there are
   * @param seed of the draws
   * @param figure of the clips whose indices it is given, some of them more than once
   */
  public static double[] interval(int clips, long seed, ToDoubleFunction<int[]> figure) {
    return interval(clips, 0, seed, (chosen, none) -> figure.applyAsDouble(chosen));
  }

  /** The same for a figure of two sets of clips that are drawn independently. */
  public static double[] interval(
      int first, int second, long seed, ToDoubleBiFunction<int[], int[]> figure) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[RESAMPLES];
    int[] ofFirst = new int[first];
    int[] ofSecond = new int[second];
    int n = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.setAll(ofFirst, j -> random.nextInt(first));
      Arrays.setAll(ofSecond, j -> random.nextInt(second));
      double value = figure.applyAsDouble(ofFirst, ofSecond);
      if (!Double.isNaN(value)) {
        drawn[n++] = value;
      }
    }
    double[] kept = Arrays.copyOf(drawn, n);
    Arrays.sort(kept);
    return new double[] {quantile(kept, 0.025), quantile(kept, 0.975)};
  }

  /** The mean of the values of chosen clips. */
  public static double mean(double[] values, int[] chosen) {
    double sum = 0;
    for (int clip : chosen) {
      sum += values[clip];
    }
    return sum / chosen.length;
  }

  private static double quantile(double[] sorted, double q) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = q * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    // infinite figures stand beside each other too
    return place == below || sorted[above] == sorted[below]
        ? sorted[below]
        : sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
