// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ControllerButtonModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ControllerButton extends DomWidget implements Control<Double> {

  static final Model MODEL =
      Model.of(
          "ControllerButtonModel", "@jupyter-widgets/controls", "2.0.0",
          "ControllerButtonView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.own("layout", Layout::new),
          Field.of("pressed", Kind.BOOL, false),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.FLOAT, 0.0));

  /** One that the front end does not know yet. */
  public ControllerButton() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public ControllerButton domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public ControllerButton domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public ControllerButton layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Whether the button is pressed. At first false.
   */
  public boolean pressed() {
    return get("pressed");
  }

  /** Sets what {@link #pressed()} returns. */
  public ControllerButton pressed(boolean pressed) {
    set("pressed", pressed);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public ControllerButton tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public ControllerButton tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * The value of the button. At first 0.0.
   */
  public double value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public ControllerButton value(double value) {
    set("value", value);
    return this;
  }

  @Override
  public Double current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public ControllerButton onChange(Consumer<Double> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
