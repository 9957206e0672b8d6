package org.orrery.workbench.physics;

import java.util.Arrays;
import org.orrery.workbench.probes.Bootstrap;

/**
 * One figure of imagined futures, of every clip at every horizon.
 *
 * <pre>{@code
 * HorizonCurve ssim = report.model().ssim();
 * ssim.value(24);                 // median over clips at the 24th imagined frame
 * ssim.interval(24);              // its 95 % interval when the clips are drawn again
 * }</pre>
 *
 * @param name what was measured
 * @param unit of the values, empty if they have none
 * @param median whether the figure of a horizon is the median over clips; else it is the mean
 * @param each the figure of each clip, [horizon][clip]; NaN where it was not measured, which leaves
 *     the clip out
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record HorizonCurve(String name, String unit, boolean median, double[][] each) {

  static HorizonCurve ofMedians(String name, String unit, double[][] each) {
    return new HorizonCurve(name, unit, true, each);
  }

  static HorizonCurve ofMeans(String name, String unit, double[][] each) {
    return new HorizonCurve(name, unit, false, each);
  }

  /** The number of horizons; 0 if it was not measured. */
  public int horizons() {
    return each.length;
  }

  /** The number of clips. */
  public int clips() {
    return each.length == 0 ? 0 : each[0].length;
  }

  /** The figure at a horizon, from 1 on, over clips. */
  public double value(int horizon) {
    return centre(at(horizon));
  }

  /** The figure at every horizon, [horizon]; horizon 1 comes first. */
  public double[] values() {
    return Arrays.stream(each).mapToDouble(this::centre).toArray();
  }

  /** How many clips have a figure at a horizon. */
  public int count(int horizon) {
    return (int) Arrays.stream(at(horizon)).filter(v -> !Double.isNaN(v)).count();
  }

  /** The 95 % interval of {@link #value}, from 1,000 draws of the clips (percentile bootstrap). */
  public double[] interval(int horizon) {
    double[] sorted = Arrays.stream(at(horizon)).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int[] times = new int[sorted.length];
    return Bootstrap.interval(
        sorted.length,
        0,
        chosen -> median ? median(sorted, times, chosen) : Bootstrap.mean(sorted, chosen));
  }

  /** The lower and the upper ends of the intervals, [2][horizon]. */
  public double[][] intervals() {
    double[][] ends = new double[2][each.length];
    for (int h = 0; h < each.length; h++) {
      double[] interval = interval(h + 1);
      ends[0][h] = interval[0];
      ends[1][h] = interval[1];
    }
    return ends;
  }

  static double median(double[] values) {
    double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      return Double.NaN;
    }
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** The median of chosen ones of sorted values, by counting how often each was chosen. */
  private static double median(double[] sorted, int[] times, int[] chosen) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    Arrays.fill(times, 0);
    for (int c : chosen) {
      times[c]++;
    }
    int at = 0;
    int seen = times[0];
    while (seen <= (sorted.length - 1) / 2) {
      seen += times[++at];
    }
    double below = sorted[at];
    while (seen <= sorted.length / 2) {
      seen += times[++at];
    }
    return (below + sorted[at]) / 2;
  }

  private double centre(double[] row) {
    return median
        ? median(row)
        : Arrays.stream(row).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
  }

  private double[] at(int horizon) {
    if (horizon < 1 || horizon > each.length) {
      throw new IllegalArgumentException(
          "%s: horizons 1 to %d were measured; %d was asked for"
              .formatted(name, each.length, horizon));
    }
    return each[horizon - 1];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HorizonCurve that
        && name.equals(that.name)
        && unit.equals(that.unit)
        && median == that.median
        && Arrays.deepEquals(each, that.each);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(each);
  }

  @Override
  public String toString() {
    return "%s%s over %d clips at horizons 1 to %d: %s"
        .formatted(
            name,
            unit.isEmpty() ? "" : " in " + unit,
            clips(),
            horizons(),
            Arrays.toString(values()));
  }
}
