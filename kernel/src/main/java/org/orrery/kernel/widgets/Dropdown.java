package org.orrery.kernel.widgets;

/**
 * A list that drops down to choose one label from.
 *
 * <pre>{@code
 * var world = Widgets.dropdown("world", "ball", "pendulum");
 * world.onChange(label -> System.out.println("now " + label));
 * world.value();                // "ball"
 * }</pre>
 */
public final class Dropdown extends DropdownModel {

  /** One without options. */
  public Dropdown() {}
}
