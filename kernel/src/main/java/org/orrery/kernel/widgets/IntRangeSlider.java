package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Map;

/**
 * A slider with two handles over whole numbers: a lower and an upper value.
 *
 * <pre>{@code
 * var range = Widgets.intRangeSlider("frames", 0, 31).value(4, 28);
 * range.lower();
 * range.onChange(both -> System.out.println(both.get(0) + " to " + both.get(1)));
 * }</pre>
 */
public final class IntRangeSlider extends IntRangeSliderModel {

  /** One with both handles at the left. */
  public IntRangeSlider() {}

  /** Sets both bounds in one step; the values are moved between them. */
  public IntRangeSlider range(int min, int max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  /** Sets both values in one step. */
  public IntRangeSlider value(int lower, int upper) {
    return value(List.of(lower, upper));
  }

  /** The left one of the two values. */
  public int lower() {
    return value().get(0);
  }

  /** The right one of the two values. */
  public int upper() {
    return value().get(1);
  }
}
