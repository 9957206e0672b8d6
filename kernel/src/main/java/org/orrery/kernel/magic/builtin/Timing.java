package org.orrery.kernel.magic.builtin;

import java.util.Arrays;

/**
 * How long one run of some code takes, as {@code Timing t = %timeit code} gives it.
 *
 * @param medianNanos median of the runs
 * @param fastestNanos the fastest run
 * @param slowestNanos the slowest run
 * @param loops how often the code ran in each run
 * @param runs how many runs
 */
public record Timing(
    double medianNanos, double fastestNanos, double slowestNanos, long loops, int runs) {

  static Timing of(double[] nanosALoop, long loops) {
    var sorted = nanosALoop.clone();
    Arrays.sort(sorted);
    var middle = sorted.length / 2;
    var median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Timing(median, sorted[0], sorted[sorted.length - 1], loops, sorted.length);
  }

  @Override
  public String toString() {
    return "%s a loop (median of %d runs of %,d loop%s; fastest %s, slowest %s)"
        .formatted(
            Durations.text(medianNanos),
            runs,
            loops,
            loops == 1 ? "" : "s",
            Durations.text(fastestNanos),
            Durations.text(slowestNanos));
  }
}
