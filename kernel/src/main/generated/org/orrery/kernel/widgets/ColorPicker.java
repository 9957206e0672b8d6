// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ColorPickerModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ColorPicker extends DomWidget implements Control<String> {

  static final Model MODEL =
      Model.of(
          "ColorPickerModel", "@jupyter-widgets/controls", "2.0.0",
          "ColorPickerView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("concise", Kind.BOOL, false),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.TEXT, "black"));

  /** One that the front end does not know yet. */
  public ColorPicker() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public ColorPicker domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public ColorPicker domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Display short version with just a color selector. At first false.
   */
  public boolean concise() {
    return get("concise");
  }

  /** Sets what {@link #concise()} returns. */
  public ColorPicker concise(boolean concise) {
    set("concise", concise);
    return this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public ColorPicker description(String description) {
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
  public ColorPicker descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public ColorPicker disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public ColorPicker layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public ColorPicker style(DescriptionStyle style) {
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
  public ColorPicker tabbable(Boolean tabbable) {
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
  public ColorPicker tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * The color value. At first "black".
   */
  public String value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public ColorPicker value(String value) {
    set("value", value);
    return this;
  }

  @Override
  public String current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public ColorPicker onChange(Consumer<String> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
