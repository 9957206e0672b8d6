package org.orrery.kernel.widgets;

import java.util.Map;

/**
 * A bar that shows how far something has come, in whole numbers.
 *
 * <pre>{@code
 * var bar = Widgets.intProgress("epochs", 12);
 * display(bar);
 * bar.advance(1);               // the bar on the page grows
 * }</pre>
 */
public final class IntProgress extends IntProgressModel {

  /** One from 0 to 100. */
  public IntProgress() {}

  /** Sets both bounds in one step; the value is moved between them. */
  public IntProgress range(int min, int max) {
    set(Map.of("min", min, "max", max));
    return this;
  }

  /** Moves the bar on by {@code amount}, at most to its end. Safe to call from many threads. */
  public IntProgress advance(int amount) {
    change("value", before -> (Integer) before + amount);
    return this;
  }
}
