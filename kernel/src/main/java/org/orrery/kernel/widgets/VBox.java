package org.orrery.kernel.widgets;

/**
 * Widgets below one another.
 *
 * <pre>{@code
 * var controls = Widgets.vbox(Widgets.intSlider("gravity", 0, 20), Widgets.button("go"));
 * controls.layout().border("1px solid gray");
 * controls
 * }</pre>
 */
public final class VBox extends VBoxModel {

  /** An empty one. */
  public VBox() {}
}
