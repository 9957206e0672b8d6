// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** The model {@code ControllerModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Controller extends DomWidget {

  static final Model MODEL =
      Model.of(
          "ControllerModel", "@jupyter-widgets/controls", "2.0.0",
          "ControllerView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("axes", Kind.WIDGETS, List.of()),
          Field.of("buttons", Kind.WIDGETS, List.of()),
          Field.of("connected", Kind.BOOL, false),
          Field.of("index", Kind.INT, 0),
          Field.own("layout", Layout::new),
          Field.of("mapping", Kind.TEXT, ""),
          Field.of("name", Kind.TEXT, ""),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("timestamp", Kind.FLOAT, 0.0),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public Controller() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Controller domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Controller domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The axes on the gamepad. At first empty.
   */
  public List<ControllerAxis> axes() {
    return get("axes");
  }

  /** Sets what {@link #axes()} returns. */
  public Controller axes(List<? extends ControllerAxis> axes) {
    set("axes", List.copyOf(axes));
    return this;
  }

  /** Sets what {@link #axes()} returns. */
  public Controller axes(ControllerAxis... axes) {
    return axes(List.of(axes));
  }

  /**
   * The buttons on the gamepad. At first empty.
   */
  public List<ControllerButton> buttons() {
    return get("buttons");
  }

  /** Sets what {@link #buttons()} returns. */
  public Controller buttons(List<? extends ControllerButton> buttons) {
    set("buttons", List.copyOf(buttons));
    return this;
  }

  /** Sets what {@link #buttons()} returns. */
  public Controller buttons(ControllerButton... buttons) {
    return buttons(List.of(buttons));
  }

  /**
   * Whether the gamepad is connected. At first false.
   */
  public boolean connected() {
    return get("connected");
  }

  /** Sets what {@link #connected()} returns. */
  public Controller connected(boolean connected) {
    set("connected", connected);
    return this;
  }

  /**
   * The id number of the controller. At first 0.
   */
  public int index() {
    return get("index");
  }

  /** Sets what {@link #index()} returns. */
  public Controller index(int index) {
    set("index", index);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Controller layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * The name of the control mapping. At first empty.
   */
  public String mapping() {
    return get("mapping");
  }

  /** Sets what {@link #mapping()} returns. */
  public Controller mapping(String mapping) {
    set("mapping", mapping);
    return this;
  }

  /**
   * The name of the controller. At first empty.
   */
  public String name() {
    return get("name");
  }

  /** Sets what {@link #name()} returns. */
  public Controller name(String name) {
    set("name", name);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Controller tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return this;
  }

  /**
   * The last time the data from this gamepad was updated. At first 0.0.
   */
  public double timestamp() {
    return get("timestamp");
  }

  /** Sets what {@link #timestamp()} returns. */
  public Controller timestamp(double timestamp) {
    set("timestamp", timestamp);
    return this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Controller tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }
}
