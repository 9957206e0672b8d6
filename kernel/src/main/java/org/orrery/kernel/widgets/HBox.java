package org.orrery.kernel.widgets;

/**
 * Widgets beside one another.
 *
 * <pre>{@code
 * var controls = Widgets.hbox(Widgets.intSlider("gravity", 0, 20), Widgets.button("go"));
 * controls.layout().border("1px solid gray");
 * controls
 * }</pre>
 */
public final class HBox extends HBoxModel {

  /** An empty one. */
  public HBox() {}
}
