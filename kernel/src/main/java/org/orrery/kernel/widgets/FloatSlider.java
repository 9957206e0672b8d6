package org.orrery.kernel.widgets;

import java.util.Map;

/**
 * A slider over numbers.
 *
 * <pre>{@code
 * var rate = Widgets.floatSlider("learning rate", 0, 1).step(0.01).value(0.3);
 * for (int step = 0; step < 1_000; step++) {
 *   train(rate.value());        // follows the slider while the cell runs
 * }
 * }</pre>
 */
public final class FloatSlider extends FloatSliderModel {

  /** One from 0 to 10. */
  public FloatSlider() {}

  /** Sets both bounds in one step; the value is moved between them. */
  public FloatSlider range(double min, double max) {
    set(Map.of("min", min, "max", max));
    return this;
  }
}
