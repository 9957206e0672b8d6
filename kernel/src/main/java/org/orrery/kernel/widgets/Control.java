package org.orrery.kernel.widgets;

import java.util.function.Consumer;

/**
 * A widget that holds one value, which the reader of the notebook sets: what {@link
 * Widgets#interact} takes.
 *
 * <pre>{@code
 * Control<Integer> gravity = Widgets.intSlider("gravity", 0, 20);
 * gravity.current();   // 0
 * }</pre>
 *
 * @param <T> what the value is
 */
public interface Control<T> {

  /** The value now: the same as the widget's own {@code value()}. */
  T current();

  /** The name in the protocol of the property that holds the value. */
  String holder();

  /** See {@link Widget#observe}. */
  Observation observe(String property, Consumer<Change> observer);
}
