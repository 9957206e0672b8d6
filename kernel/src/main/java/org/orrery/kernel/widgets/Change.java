package org.orrery.kernel.widgets;

/**
 * One property of a widget has another value now, set by the reader of the notebook or by a cell.
 *
 * <pre>{@code
 * slider.observe("value", change -> System.out.println(change.before() + " -> " + change.now()));
 * }</pre>
 *
 * @param widget whose property changed
 * @param property its name in the protocol, such as {@code value} or {@code _options_labels}
 * @param before the value until now; may be null
 * @param now the value from now on; may be null
 */
public record Change(Widget widget, String property, Object before, Object now) {}
