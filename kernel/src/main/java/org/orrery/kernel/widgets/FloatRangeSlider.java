package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Map;

/**
 * A slider with two handles over numbers: a lower and an upper value.
 *
 * <pre>{@code
 * var range = Widgets.floatRangeSlider("gravity", 1, 12).value(2.5, 9.8);
 * range.lower();
 * range.onChange(both -> System.out.println(both.get(0) + " to " + both.get(1)));
 * }</pre>
 */
public final class FloatRangeSlider extends FloatRangeSliderModel {

  /** One with both handles at the left. */
  public FloatRangeSlider() {}

  /** Sets both bounds in one step; the values are moved between them. */
  public FloatRangeSlider range(double min, double max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  /** Sets both values in one step. */
  public FloatRangeSlider value(double lower, double upper) {
    return value(List.of(lower, upper));
  }

  /** The left one of the two values. */
  public double lower() {
    return value().get(0);
  }

  /** The right one of the two values. */
  public double upper() {
    return value().get(1);
  }
}
