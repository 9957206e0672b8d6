// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code SelectModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Select extends ChoiceWidget {

  static final Model MODEL =
      Model.of(
          "SelectModel", "@jupyter-widgets/controls", "2.0.0",
          "SelectView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("_options_labels", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("index", Kind.INT, null).orNull(),
          Field.own("layout", Layout::new),
          Field.of("rows", Kind.INT, 5),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public Select() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Select domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Select domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The labels for the options. At first empty.
   */
  public List<String> options() {
    return get("_options_labels");
  }

  /** Sets what {@link #options()} returns. */
  public Select options(List<String> options) {
    set("_options_labels", List.copyOf(options));
    return this;
  }

  /** Sets what {@link #options()} returns. */
  public Select options(String... options) {
    return options(List.of(options));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Select description(String description) {
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
  public Select descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public Select disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Selected index. At first unset.
   */
  public Optional<Integer> index() {
    return find("index");
  }

  /** Sets what {@link #index()} returns; null unsets it. */
  public Select index(Integer index) {
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
  public Select layout(Layout layout) {
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
  public Select rows(int rows) {
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
  public Select style(DescriptionStyle style) {
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
  public Select tabbable(Boolean tabbable) {
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
  public Select tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /** Chooses {@code label}, which must be one of the options. */
  public Select value(String label) {
    choose(label);
    return this;
  }

  /** Calls {@code handler} with every label that is chosen from now on. */
  public Select onChange(Consumer<String> handler) {
    observe("index", change -> label(change.now()).ifPresent(handler));
    return this;
  }
}
