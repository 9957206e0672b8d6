package org.orrery.kernel.widgets;

import java.util.Map;

/**
 * A bar that shows how far something has come, in numbers.
 *
 * <pre>{@code
 * var bar = Widgets.floatProgress("epochs", 12);
 * display(bar);
 * bar.advance(1);               // the bar on the page grows
 * }</pre>
 */
public final class FloatProgress extends FloatProgressModel {

  /** One from 0 to 100. */
  public FloatProgress() {}

  /** Sets both bounds in one step; the value is moved between them. */
  public FloatProgress range(double min, double max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  /** Moves the bar on by {@code amount}, at most to its end. Safe to call from many threads. */
  public FloatProgress advance(double amount) {
    change("value", before -> (Double) before + amount);
    return this;
  }
}
