// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ComboboxModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Combobox extends DomWidget implements Control<String> {

  static final Model MODEL =
      Model.of(
          "ComboboxModel", "@jupyter-widgets/controls", "2.0.0",
          "ComboboxView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("continuous_update", Kind.BOOL, true),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("ensure_option", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("options", Kind.TEXTS, List.of()),
          Field.of("placeholder", Kind.TEXT, "​"),
          Field.own("style", TextStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.TEXT, ""));

  /** One that the front end does not know yet. */
  public Combobox() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Combobox domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Combobox domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Update the value as the user types. If False, update on submission, e.g., pressing Enter
   * or navigating away. At first true.
   */
  public boolean continuousUpdate() {
    return get("continuous_update");
  }

  /** Sets what {@link #continuousUpdate()} returns. */
  public Combobox continuousUpdate(boolean continuousUpdate) {
    set("continuous_update", continuousUpdate);
    return this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Combobox description(String description) {
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
  public Combobox descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public Combobox disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * If set, ensure value is in options. Implies continuous_update=False. At first false.
   */
  public boolean ensureOption() {
    return get("ensure_option");
  }

  /** Sets what {@link #ensureOption()} returns. */
  public Combobox ensureOption(boolean ensureOption) {
    set("ensure_option", ensureOption);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Combobox layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Dropdown options for the combobox. At first empty.
   */
  public List<String> options() {
    return get("options");
  }

  /** Sets what {@link #options()} returns. */
  public Combobox options(List<String> options) {
    set("options", List.copyOf(options));
    return this;
  }

  /** Sets what {@link #options()} returns. */
  public Combobox options(String... options) {
    return options(List.of(options));
  }

  /**
   * Placeholder text to display when nothing has been typed. At first "​".
   */
  public String placeholder() {
    return get("placeholder");
  }

  /** Sets what {@link #placeholder()} returns. */
  public Combobox placeholder(String placeholder) {
    set("placeholder", placeholder);
    return this;
  }

  /**
   * Style.
   */
  public TextStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Combobox style(TextStyle style) {
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
  public Combobox tabbable(Boolean tabbable) {
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
  public Combobox tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * String value. At first empty.
   */
  public String value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public Combobox value(String value) {
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
  public Combobox onChange(Consumer<String> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
