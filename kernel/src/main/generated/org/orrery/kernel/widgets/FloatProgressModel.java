// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link FloatProgress}. */
public abstract sealed class FloatProgressModel extends BoundedWidget implements Control<Double>
    permits FloatProgress {

  static final Model MODEL =
      Model.of(
          "FloatProgressModel", "@jupyter-widgets/controls", "2.0.0",
          "ProgressView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("bar_style", Kind.TEXT, "").orNull()
              .oneOf("success", "info", "warning", "danger", ""),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.FLOAT, 100.0),
          Field.of("min", Kind.FLOAT, 0.0),
          Field.of("orientation", Kind.TEXT, "horizontal")
              .oneOf("horizontal", "vertical"),
          Field.own("style", ProgressStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.FLOAT, 0.0));

  FloatProgressModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public FloatProgress domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (FloatProgress) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public FloatProgress domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Use a predefined styling for the progress bar. One of "success", "info", "warning",
   * "danger", the empty text. At first empty.
   */
  public Optional<String> barStyle() {
    return find("bar_style");
  }

  /** Sets what {@link #barStyle()} returns; null unsets it. */
  public FloatProgress barStyle(String barStyle) {
    set("bar_style", barStyle);
    return (FloatProgress) this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public FloatProgress description(String description) {
    set("description", description);
    return (FloatProgress) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public FloatProgress descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (FloatProgress) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public FloatProgress layout(Layout layout) {
    set("layout", layout);
    return (FloatProgress) this;
  }

  /**
   * Max value. At first 100.0.
   */
  public double max() {
    return get("max");
  }

  /** Sets what {@link #max()} returns. */
  public FloatProgress max(double max) {
    set("max", max);
    return (FloatProgress) this;
  }

  /**
   * Min value. At first 0.0.
   */
  public double min() {
    return get("min");
  }

  /** Sets what {@link #min()} returns. */
  public FloatProgress min(double min) {
    set("min", min);
    return (FloatProgress) this;
  }

  /**
   * Vertical or horizontal. One of "horizontal", "vertical". At first "horizontal".
   */
  public String orientation() {
    return get("orientation");
  }

  /** Sets what {@link #orientation()} returns. */
  public FloatProgress orientation(String orientation) {
    set("orientation", orientation);
    return (FloatProgress) this;
  }

  /**
   * Style.
   */
  public ProgressStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public FloatProgress style(ProgressStyle style) {
    set("style", style);
    return (FloatProgress) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public FloatProgress tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (FloatProgress) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public FloatProgress tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (FloatProgress) this;
  }

  /**
   * Float value. At first 0.0.
   */
  public double value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public FloatProgress value(double value) {
    set("value", value);
    return (FloatProgress) this;
  }

  @Override
  public Double current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public FloatProgress onChange(Consumer<Double> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (FloatProgress) this;
  }
}
