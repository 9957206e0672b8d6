// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** The model {@code GridBoxModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class GridBox extends DomWidget {

  static final Model MODEL =
      Model.of(
          "GridBoxModel", "@jupyter-widgets/controls", "2.0.0",
          "GridBoxView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("box_style", Kind.TEXT, "")
              .oneOf("success", "info", "warning", "danger", ""),
          Field.of("children", Kind.WIDGETS, List.of()),
          Field.own("layout", Layout::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public GridBox() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public GridBox domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public GridBox domClasses(String... domClasses) {
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
  public GridBox boxStyle(String boxStyle) {
    set("box_style", boxStyle);
    return this;
  }

  /**
   * List of widget children. At first empty.
   */
  public List<Widget> children() {
    return get("children");
  }

  /** Sets what {@link #children()} returns. */
  public GridBox children(List<? extends Widget> children) {
    set("children", List.copyOf(children));
    return this;
  }

  /** Sets what {@link #children()} returns. */
  public GridBox children(Widget... children) {
    return children(List.of(children));
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public GridBox layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public GridBox tabbable(Boolean tabbable) {
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
  public GridBox tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }
}
