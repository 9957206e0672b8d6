package org.orrery.kernel.widgets;

import java.util.Map;

/**
 * A slider over whole numbers.
 *
 * <pre>{@code
 * var gravity = Widgets.intSlider("gravity", 0, 20).value(5);
 * gravity.onChange(g -> System.out.println("gravity is " + g));
 * gravity                       // the value of the cell: shows it
 * }</pre>
 */
public final class IntSlider extends IntSliderModel {

  /** One from 0 to 100. */
  public IntSlider() {}

  /** Sets both bounds in one step; the value is moved between them. */
  public IntSlider range(int min, int max) {
    set(Map.of("min", min, "max", max));
    return this;
  }
}
