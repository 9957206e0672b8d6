// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ColorsInputModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ColorsInput extends DomWidget implements Control<List<Object>> {

  static final Model MODEL =
      Model.of(
          "ColorsInputModel", "@jupyter-widgets/controls", "2.0.0",
          "ColorsInputView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("allow_duplicates", Kind.BOOL, true),
          Field.of("allowed_tags", Kind.ANYS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("placeholder", Kind.TEXT, "​"),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.ANYS, List.of()));

  /** One that the front end does not know yet. */
  public ColorsInput() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public ColorsInput domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public ColorsInput domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Allow duplicates. At first true.
   */
  public boolean allowDuplicates() {
    return get("allow_duplicates");
  }

  /** Sets what {@link #allowDuplicates()} returns. */
  public ColorsInput allowDuplicates(boolean allowDuplicates) {
    set("allow_duplicates", allowDuplicates);
    return this;
  }

  /**
   * Allowed tags. At first empty.
   */
  public List<Object> allowedTags() {
    return get("allowed_tags");
  }

  /** Sets what {@link #allowedTags()} returns. */
  public ColorsInput allowedTags(List<Object> allowedTags) {
    set("allowed_tags", List.copyOf(allowedTags));
    return this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public ColorsInput description(String description) {
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
  public ColorsInput descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public ColorsInput layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Placeholder. At first "​".
   */
  public String placeholder() {
    return get("placeholder");
  }

  /** Sets what {@link #placeholder()} returns. */
  public ColorsInput placeholder(String placeholder) {
    set("placeholder", placeholder);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public ColorsInput style(DescriptionStyle style) {
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
  public ColorsInput tabbable(Boolean tabbable) {
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
  public ColorsInput tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * List of string tags. At first empty.
   */
  public List<Object> value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public ColorsInput value(List<Object> value) {
    set("value", List.copyOf(value));
    return this;
  }

  @Override
  public List<Object> current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public ColorsInput onChange(Consumer<List<Object>> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
