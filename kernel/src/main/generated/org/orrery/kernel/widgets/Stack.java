// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** The model {@code StackModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Stack extends DomWidget {

  static final Model MODEL =
      Model.of(
          "StackModel", "@jupyter-widgets/controls", "2.0.0",
          "StackView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("box_style", Kind.TEXT, "")
              .oneOf("success", "info", "warning", "danger", ""),
          Field.of("children", Kind.WIDGETS, List.of()),
          Field.own("layout", Layout::new),
          Field.of("selected_index", Kind.INT, null).orNull(),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("titles", Kind.TEXTS, List.of()),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public Stack() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Stack domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Stack domClasses(String... domClasses) {
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
  public Stack boxStyle(String boxStyle) {
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
  public Stack children(List<? extends Widget> children) {
    set("children", List.copyOf(children));
    return this;
  }

  /** Sets what {@link #children()} returns. */
  public Stack children(Widget... children) {
    return children(List.of(children));
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Stack layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * The index of the selected page. This is either an integer selecting a particular
   * sub-widget, or None to have no widgets selected. At first unset.
   */
  public Optional<Integer> selectedIndex() {
    return find("selected_index");
  }

  /** Sets what {@link #selectedIndex()} returns; null unsets it. */
  public Stack selectedIndex(Integer selectedIndex) {
    set("selected_index", selectedIndex);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Stack tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return this;
  }

  /**
   * Titles of the pages. At first empty.
   */
  public List<String> titles() {
    return get("titles");
  }

  /** Sets what {@link #titles()} returns. */
  public Stack titles(List<String> titles) {
    set("titles", List.copyOf(titles));
    return this;
  }

  /** Sets what {@link #titles()} returns. */
  public Stack titles(String... titles) {
    return titles(List.of(titles));
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Stack tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }
}
