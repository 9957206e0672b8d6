package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/**
 * A range of values that a world draws from, the same value for a whole clip.
 *
 * @param low the smallest value
 * @param high the largest value; equal to {@code low} for a fixed one
 */
public record Interval(double low, double high) {

  /** Refuses an empty or infinite range. */
  public Interval {
    if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "a range needs finite numbers, low <= high; received %s to %s".formatted(low, high));
    }
  }

  double draw(SplittableRandom random) {
    return low + (high - low) * random.nextDouble();
  }

  @Override
  public String toString() {
    return low == high ? show(low) : show(low) + " to " + show(high);
  }

  static String show(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
