package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A figure with its 95 % interval, the percentiles of 1,000 draws of clips with replacement (Efron
 * 1979).
 *
 * @param value the figure of all clips; NaN if there is none
 * @param low the 2.5 % point
 * @param high the 97.5 % point
 */
public record Estimate(double value, double low, double high) {
  private static final int DRAWS = 1000;
  private static final long SEED = 1;
  private static final double SMALLEST = 5e-5;

  /** Nothing was measured. */
  static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  /** A figure of chosen clips 0 to n - 1; draws that give NaN are left out. */
  static Estimate of(int n, ToDoubleFunction<int[]> figure) {
    return ofTwo(n, 0, (chosen, none) -> figure.applyAsDouble(chosen));
  }

  /** The mean of one value a clip. */
  static Estimate ofMean(double[] values) {
    return of(
        values.length,
        chosen -> Arrays.stream(chosen).mapToDouble(i -> values[i]).sum() / values.length);
  }

  /** A figure of two sets of clips, drawn independently. */
  static Estimate ofTwo(int first, int second, Figure figure) {
    if (first == 0) {
      return NONE;
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] drawn = new double[DRAWS];
    int kept = 0;
    for (int i = 0; i < DRAWS; i++) {
      double value =
          figure.of(
              random.ints(first, 0, first).toArray(),
              second == 0 ? new int[0] : random.ints(second, 0, second).toArray());
      if (!Double.isNaN(value)) {
        drawn[kept++] = value;
      }
    }
    double all = figure.of(identity(first), identity(second));
    if (kept == 0) {
      return new Estimate(all, Double.NaN, Double.NaN);
    }
    double[] sorted = Arrays.copyOf(drawn, kept);
    return new Estimate(
        all, Separation.percentile(sorted, 2.5), Separation.percentile(sorted, 97.5));
  }

  /** A figure of the chosen clips of two sets. */
  @FunctionalInterface
  interface Figure {
    double of(int[] first, int[] second);
  }

  /** Whether there is a figure. */
  public boolean known() {
    return !Double.isNaN(value);
  }

  @Override
  public String toString() {
    return known() ? show(value) + " [" + show(low) + ", " + show(high) + "]" : "–";
  }

  private static int[] identity(int n) {
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static String show(double value) {
    double size = Math.abs(value);
    if (size < SMALLEST) {
      return "0";
    }
    String format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
    return String.format(Locale.ROOT, format, value);
  }
}
