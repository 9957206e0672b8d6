package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What was measured over what was commanded.
 *
 * @param overall the median over clips of the slope, through 0, of a clip's measured changes over
 *     the commanded ones
 * @param perChange the same for each commanded change alone
 */
record Gains(SteeringReport.Gain overall, List<SteeringReport.Gain> perChange) {
  private static final int RESAMPLES = 1000;

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

  static double median(double[] values) {
    double[] known = known(values);
    return known.length == 0 ? Double.NaN : Separation.percentile(known, 50);
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
    SplittableRandom random = new SplittableRandom(seed);
    double[] medians = new double[RESAMPLES];
    double[] drawn = new double[known.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < drawn.length; j++) {
        drawn[j] = known[random.nextInt(known.length)];
      }
      medians[i] = Separation.percentile(drawn, 50);
    }
    return new SteeringReport.Gain(
        change,
        Separation.percentile(known, 50),
        Separation.percentile(medians, 2.5),
        Separation.percentile(medians, 97.5),
        Arrays.stream(known).average().orElseThrow(),
        Separation.percentile(known, 25),
        Separation.percentile(known, 75),
        known.length);
  }
}
