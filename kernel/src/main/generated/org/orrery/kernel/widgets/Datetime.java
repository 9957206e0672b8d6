// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code DatetimeModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Datetime extends DomWidget implements Control<Optional<Instant>> {

  static final Model MODEL =
      Model.of(
          "DatetimeModel", "@jupyter-widgets/controls", "2.0.0",
          "DatetimeView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.INSTANT, null).orNull(),
          Field.of("min", Kind.INSTANT, null).orNull(),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.INSTANT, null).orNull());

  /** One that the front end does not know yet. */
  public Datetime() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Datetime domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Datetime domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Datetime description(String description) {
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
  public Datetime descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public Datetime disabled(boolean disabled) {
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
  public Datetime layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Max. At first unset.
   */
  public Optional<Instant> max() {
    return find("max");
  }

  /** Sets what {@link #max()} returns; null unsets it. */
  public Datetime max(Instant max) {
    set("max", max);
    return this;
  }

  /**
   * Min. At first unset.
   */
  public Optional<Instant> min() {
    return find("min");
  }

  /** Sets what {@link #min()} returns; null unsets it. */
  public Datetime min(Instant min) {
    set("min", min);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Datetime style(DescriptionStyle style) {
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
  public Datetime tabbable(Boolean tabbable) {
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
  public Datetime tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * Value. At first unset.
   */
  public Optional<Instant> value() {
    return find("value");
  }

  /** Sets what {@link #value()} returns; null unsets it. */
  public Datetime value(Instant value) {
    set("value", value);
    return this;
  }

  @Override
  public Optional<Instant> current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public Datetime onChange(Consumer<Optional<Instant>> handler) {
    observe("value", change -> handler.accept(Optional.ofNullable(as(change.now()))));
    return this;
  }
}
