package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.orrery.workbench.probes.Bootstrap;

/**
 * A figure with its 95 % interval, the percentiles of 1,000 draws of clips with replacement (Efron
 * 1979).
 *
 * @param value the figure of all clips; NaN if there is none
 * @param low the 2.5 % point
 * @param high the 97.5 % point
 */
public record Estimate(double value, double low, double high) {
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
    return of(values.length, chosen -> Bootstrap.mean(values, chosen));
  }

  /** A figure of two sets of clips, drawn independently. */
  static Estimate ofTwo(int first, int second, ToDoubleBiFunction<int[], int[]> figure) {
    if (first == 0) {
      return NONE;
    }
    double[] ends = Bootstrap.interval(first, second, SEED, figure);
    return new Estimate(figure.applyAsDouble(identity(first), identity(second)), ends[0], ends[1]);
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
