package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.orrery.workbench.probes.Bootstrap;

/**
 * What was measured over what was commanded.
 *
 * @param overall the median over clips of the slope, through 0, of a clip's measured changes over
 *     the commanded ones
 * @param perChange the same for each commanded change alone
 */
record Gains(SteeringReport.Gain overall, List<SteeringReport.Gain> perChange) {
  static Gains of(
      Quantity quantity, FlightFit[] before, FlightFit[][] after, double[] changes, long seed) {
    double[] slopes = new double[before.length];
    List<SteeringReport.Gain> each = new ArrayList<>();
    for (int i = 0; i < changes.length; i++) {
      double[] gains = new double[before.length];
      for (int c = 0; c < gains.length; c++) {
        gains[c] = (quantity.in(after[i][c]) - quantity.in(before[c])) / changes[i];
      }
      each.add(gain(changes[i], gains, seed));
    }
    for (int c = 0; c < slopes.length; c++) {
      double products = 0;
      double squares = 0;
      for (int i = 0; i < changes.length; i++) {
        double measured = quantity.in(after[i][c]) - quantity.in(before[c]);
        if (!Double.isNaN(measured)) {
          products += measured * changes[i];
          squares += changes[i] * changes[i];
        }
      }
      slopes[c] = squares > 0 ? products / squares : Double.NaN;
    }
    return new Gains(gain(Double.NaN, slopes, seed), each);
  }

  /** Slope and correlation, over clips, of what the unsteered imagination shows on the truth. */
  static double[] following(Quantity quantity, Starts starts, FlightFit[] before) {
    int[] known =
        IntStream.range(0, before.length)
            .filter(c -> !Double.isNaN(quantity.in(before[c])))
            .toArray();
    double x = 0;
    double y = 0;
    for (int c : known) {
      x += starts.truth(c, quantity) / known.length;
      y += quantity.in(before[c]) / known.length;
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int c : known) {
      double dx = starts.truth(c, quantity) - x;
      double dy = quantity.in(before[c]) - y;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    return new double[] {xy / xx, xy / Math.sqrt(xx * yy)};
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static SteeringReport.Gain gain(double change, double[] perClip, long seed) {
    double[] known = known(perClip);
    if (known.length < 2) {
      double none = Double.NaN;
      return new SteeringReport.Gain(change, none, none, none, none, none, none, known.length);
    }
    double[] ends =
        Bootstrap.interval(
            known.length,
            seed,
            chosen ->
                Separation.percentile(
                    Arrays.stream(chosen).mapToDouble(c -> known[c]).toArray(), 50));
    return new SteeringReport.Gain(
        change,
        Separation.percentile(known, 50),
        ends[0],
        ends[1],
        Arrays.stream(known).average().orElseThrow(),
        Separation.percentile(known, 25),
        Separation.percentile(known, 75),
        known.length);
  }
}
