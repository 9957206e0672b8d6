// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code IntsInputModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class IntsInput extends DomWidget implements Control<List<Object>> {

  static final Model MODEL =
      Model.of(
          "IntsInputModel", "@jupyter-widgets/controls", "2.0.0",
          "IntsInputView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("allow_duplicates", Kind.BOOL, true),
          Field.of("allowed_tags", Kind.ANYS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("format", Kind.TEXT, "d"),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.INT, null).orNull(),
          Field.of("min", Kind.INT, null).orNull(),
          Field.of("placeholder", Kind.TEXT, "​"),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tag_style", Kind.TEXT, "")
              .oneOf("primary", "success", "info", "warning", "danger", ""),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.ANYS, List.of()));

  /** One that the front end does not know yet. */
  public IntsInput() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntsInput domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntsInput domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Allow duplicates. At first true.
   */
  public boolean allowDuplicates() {
    return get("allow_duplicates");
  }

  /** Sets what {@link #allowDuplicates()} returns. */
  public IntsInput allowDuplicates(boolean allowDuplicates) {
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
  public IntsInput allowedTags(List<Object> allowedTags) {
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
  public IntsInput description(String description) {
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
  public IntsInput descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return this;
  }

  /**
   * Format. At first "d".
   */
  public String format() {
    return get("format");
  }

  /** Sets what {@link #format()} returns. */
  public IntsInput format(String format) {
    set("format", format);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public IntsInput layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Max. At first unset.
   */
  public Optional<Integer> max() {
    return find("max");
  }

  /** Sets what {@link #max()} returns; null unsets it. */
  public IntsInput max(Integer max) {
    set("max", max);
    return this;
  }

  /**
   * Min. At first unset.
   */
  public Optional<Integer> min() {
    return find("min");
  }

  /** Sets what {@link #min()} returns; null unsets it. */
  public IntsInput min(Integer min) {
    set("min", min);
    return this;
  }

  /**
   * Placeholder. At first "​".
   */
  public String placeholder() {
    return get("placeholder");
  }

  /** Sets what {@link #placeholder()} returns. */
  public IntsInput placeholder(String placeholder) {
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
  public IntsInput style(DescriptionStyle style) {
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
  public IntsInput tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return this;
  }

  /**
   * Use a predefined styling for the tags. One of "primary", "success", "info", "warning",
   * "danger", the empty text. At first empty.
   */
  public String tagStyle() {
    return get("tag_style");
  }

  /** Sets what {@link #tagStyle()} returns. */
  public IntsInput tagStyle(String tagStyle) {
    set("tag_style", tagStyle);
    return this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public IntsInput tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * List of int tags. At first empty.
   */
  public List<Object> value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public IntsInput value(List<Object> value) {
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
  public IntsInput onChange(Consumer<List<Object>> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
