package org.orrery.kernel.widgets;

/**
 * A box to tick.
 *
 * <pre>{@code
 * var noise = Widgets.checkbox("noise", true);
 * noise.onChange(ticked -> System.out.println(ticked ? "with noise" : "without"));
 * noise.value();                // true
 * }</pre>
 */
public final class Checkbox extends CheckboxModel {

  /** One that is not ticked. */
  public Checkbox() {}
}
