package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/**
 * A physical parameter of a world: one value a clip, drawn uniformly from a range.
 *
 * <pre>{@code
 * Parameter wind = Parameter.of("wind", "m/s", 5, 25);
 * Parameter discs = Parameter.whole("discs", 2, 5);
 * }</pre>
 *
 * @param name a name such as {@code wind}
 * @param unit its unit such as {@code m/s}; empty for a bare number
 * @param range what clips draw from
 * @param limits what the world can simulate; a range outside is refused
 * @param whole true if only whole numbers are drawn
 */
public record Parameter(String name, String unit, Interval range, Interval limits, boolean whole) {

  /** Refuses a range that the world cannot simulate. */
  public Parameter {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a parameter needs a name; received an empty one");
    }
    if (range.low() < limits.low() || range.high() > limits.high()) {
      throw new IllegalArgumentException(
          "%s needs %s%s; received %s"
              .formatted(name, limits, unit.isEmpty() ? "" : " " + unit, range));
    }
    if (whole
        && (range.low() != Math.rint(range.low()) || range.high() != Math.rint(range.high()))) {
      throw new IllegalArgumentException(
          "%s needs whole numbers; received %s".formatted(name, range));
    }
  }

  /** A parameter drawn from {@code low} to {@code high}, which are no limits of the world. */
  public static Parameter of(String name, String unit, double low, double high) {
    Interval any = new Interval(-Double.MAX_VALUE, Double.MAX_VALUE);
    return new Parameter(name, unit, new Interval(low, high), any, false);
  }

  /** A whole number from {@code low} to {@code high}, both included. */
  public static Parameter whole(String name, int low, int high) {
    Interval any = new Interval(Integer.MIN_VALUE, Integer.MAX_VALUE);
    return new Parameter(name, "", new Interval(low, high), any, true);
  }

  /** The same parameter of a world that can simulate {@code low} to {@code high} only. */
  public Parameter within(double low, double high) {
    return new Parameter(name, unit, range, new Interval(low, high), whole);
  }

  /** The same parameter drawn from another range. */
  public Parameter range(double low, double high) {
    return new Parameter(name, unit, new Interval(low, high), limits, whole);
  }

  double draw(SplittableRandom random) {
    if (!whole) {
      return range.draw(random);
    }
    double share = random.nextDouble();
    return range.low() + Math.floor(share * (range.high() - range.low() + 1));
  }

  @Override
  public String toString() {
    return "%s %s%s".formatted(name, range, unit.isEmpty() ? "" : " " + unit);
  }
}
