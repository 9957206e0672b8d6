// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** What the schema says of {@link VBox}. */
public abstract sealed class VBoxModel extends DomWidget
    permits VBox {

  static final Model MODEL =
      Model.of(
          "VBoxModel", "@jupyter-widgets/controls", "2.0.0",
          "VBoxView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("box_style", Kind.TEXT, "")
              .oneOf("success", "info", "warning", "danger", ""),
          Field.of("children", Kind.WIDGETS, List.of()),
          Field.own("layout", Layout::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  VBoxModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public VBox domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (VBox) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public VBox domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Use a predefined styling for the box. One of "success", "info", "warning", "danger", the
   * empty text. At first empty.
   */
  public String boxStyle() {
    return get("box_style");
  }

  /** Sets what {@link #boxStyle()} returns. */
  public VBox boxStyle(String boxStyle) {
    set("box_style", boxStyle);
    return (VBox) this;
  }

  /**
   * List of widget children. At first empty.
   */
  public List<Widget> children() {
    return get("children");
  }

  /** Sets what {@link #children()} returns. */
  public VBox children(List<? extends Widget> children) {
    set("children", List.copyOf(children));
    return (VBox) this;
  }

  /** Sets what {@link #children()} returns. */
  public VBox children(Widget... children) {
    return children(List.of(children));
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public VBox layout(Layout layout) {
    set("layout", layout);
    return (VBox) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public VBox tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (VBox) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public VBox tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (VBox) this;
  }
}
