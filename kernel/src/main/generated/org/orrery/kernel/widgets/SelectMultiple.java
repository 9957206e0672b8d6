// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** The model {@code SelectMultipleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class SelectMultiple extends DomWidget {

  static final Model MODEL =
      Model.of(
          "SelectMultipleModel", "@jupyter-widgets/controls", "2.0.0",
          "SelectMultipleView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("_options_labels", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("index", Kind.INTS, List.of()),
          Field.own("layout", Layout::new),
          Field.of("rows", Kind.INT, 5),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public SelectMultiple() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public SelectMultiple domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public SelectMultiple domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The labels for the options. At first empty.
   */
  public List<String> options() {
    return get("_options_labels");
  }

  /** Sets what {@link #options()} returns. */
  public SelectMultiple options(List<String> options) {
    set("_options_labels", List.copyOf(options));
    return this;
  }

  /** Sets what {@link #options()} returns. */
  public SelectMultiple options(String... options) {
    return options(List.of(options));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public SelectMultiple description(String description) {
    set("description", description);
    return this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public SelectMultiple descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public SelectMultiple disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Selected indices. At first empty.
   */
  public List<Integer> index() {
    return get("index");
  }

  /** Sets what {@link #index()} returns. */
  public SelectMultiple index(List<Integer> index) {
    set("index", List.copyOf(index));
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public SelectMultiple layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * The number of rows to display. At first 5.
   */
  public int rows() {
    return get("rows");
  }

  /** Sets what {@link #rows()} returns. */
  public SelectMultiple rows(int rows) {
    set("rows", rows);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public SelectMultiple style(DescriptionStyle style) {
    set("style", style);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public SelectMultiple tabbable(Boolean tabbable) {
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
  public SelectMultiple tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }
}
