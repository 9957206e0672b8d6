// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code DatePickerModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class DatePicker extends DomWidget implements Control<Optional<LocalDate>> {

  static final Model MODEL =
      Model.of(
          "DatePickerModel", "@jupyter-widgets/controls", "2.0.0",
          "DatePickerView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.DATE, null).orNull(),
          Field.of("min", Kind.DATE, null).orNull(),
          Field.of("step", Kind.ANY, 1),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.DATE, null).orNull());

  /** One that the front end does not know yet. */
  public DatePicker() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public DatePicker domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public DatePicker domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public DatePicker description(String description) {
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
  public DatePicker descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public DatePicker disabled(boolean disabled) {
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
  public DatePicker layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Max. At first unset.
   */
  public Optional<LocalDate> max() {
    return find("max");
  }

  /** Sets what {@link #max()} returns; null unsets it. */
  public DatePicker max(LocalDate max) {
    set("max", max);
    return this;
  }

  /**
   * Min. At first unset.
   */
  public Optional<LocalDate> min() {
    return find("min");
  }

  /** Sets what {@link #min()} returns; null unsets it. */
  public DatePicker min(LocalDate min) {
    set("min", min);
    return this;
  }

  /**
   * The date step to use for the picker, in days, or "any". At first 1.
   */
  public Object step() {
    return get("step");
  }

  /** Sets what {@link #step()} returns. */
  public DatePicker step(Object step) {
    set("step", step);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public DatePicker style(DescriptionStyle style) {
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
  public DatePicker tabbable(Boolean tabbable) {
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
  public DatePicker tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * Value. At first unset.
   */
  public Optional<LocalDate> value() {
    return find("value");
  }

  /** Sets what {@link #value()} returns; null unsets it. */
  public DatePicker value(LocalDate value) {
    set("value", value);
    return this;
  }

  @Override
  public Optional<LocalDate> current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public DatePicker onChange(Consumer<Optional<LocalDate>> handler) {
    observe("value", change -> handler.accept(Optional.ofNullable(as(change.now()))));
    return this;
  }
}
