// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link FloatSlider}. */
public abstract sealed class FloatSliderModel extends BoundedWidget implements Control<Double>
    permits FloatSlider {

  static final Model MODEL =
      Model.of(
          "FloatSliderModel", "@jupyter-widgets/controls", "2.0.0",
          "FloatSliderView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("behavior", Kind.TEXT, "drag-tap")
              .oneOf("drag-tap", "drag-snap", "tap", "drag", "snap"),
          Field.of("continuous_update", Kind.BOOL, true),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.FLOAT, 100.0),
          Field.of("min", Kind.FLOAT, 0.0),
          Field.of("orientation", Kind.TEXT, "horizontal")
              .oneOf("horizontal", "vertical"),
          Field.of("readout", Kind.BOOL, true),
          Field.of("readout_format", Kind.TEXT, ".2f"),
          Field.of("step", Kind.FLOAT, 0.1).orNull(),
          Field.own("style", SliderStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.FLOAT, 0.0));

  FloatSliderModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public FloatSlider domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (FloatSlider) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public FloatSlider domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Slider dragging behavior. One of "drag-tap", "drag-snap", "tap", "drag", "snap". At
   * first "drag-tap".
   */
  public String behavior() {
    return get("behavior");
  }

  /** Sets what {@link #behavior()} returns. */
  public FloatSlider behavior(String behavior) {
    set("behavior", behavior);
    return (FloatSlider) this;
  }

  /**
   * Update the value of the widget as the user is holding the slider. At first true.
   */
  public boolean continuousUpdate() {
    return get("continuous_update");
  }

  /** Sets what {@link #continuousUpdate()} returns. */
  public FloatSlider continuousUpdate(boolean continuousUpdate) {
    set("continuous_update", continuousUpdate);
    return (FloatSlider) this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public FloatSlider description(String description) {
    set("description", description);
    return (FloatSlider) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public FloatSlider descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (FloatSlider) this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public FloatSlider disabled(boolean disabled) {
    set("disabled", disabled);
    return (FloatSlider) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public FloatSlider layout(Layout layout) {
    set("layout", layout);
    return (FloatSlider) this;
  }

  /**
   * Max value. At first 100.0.
   */
  public double max() {
    return get("max");
  }

  /** Sets what {@link #max()} returns. */
  public FloatSlider max(double max) {
    set("max", max);
    return (FloatSlider) this;
  }

  /**
   * Min value. At first 0.0.
   */
  public double min() {
    return get("min");
  }

  /** Sets what {@link #min()} returns. */
  public FloatSlider min(double min) {
    set("min", min);
    return (FloatSlider) this;
  }

  /**
   * Vertical or horizontal. One of "horizontal", "vertical". At first "horizontal".
   */
  public String orientation() {
    return get("orientation");
  }

  /** Sets what {@link #orientation()} returns. */
  public FloatSlider orientation(String orientation) {
    set("orientation", orientation);
    return (FloatSlider) this;
  }

  /**
   * Display the current value of the slider next to it. At first true.
   */
  public boolean readout() {
    return get("readout");
  }

  /** Sets what {@link #readout()} returns. */
  public FloatSlider readout(boolean readout) {
    set("readout", readout);
    return (FloatSlider) this;
  }

  /**
   * Format for the readout. At first ".2f".
   */
  public String readoutFormat() {
    return get("readout_format");
  }

  /** Sets what {@link #readoutFormat()} returns. */
  public FloatSlider readoutFormat(String readoutFormat) {
    set("readout_format", readoutFormat);
    return (FloatSlider) this;
  }

  /**
   * Minimum step to increment the value. At first 0.1.
   */
  public Optional<Double> step() {
    return find("step");
  }

  /** Sets what {@link #step()} returns; null unsets it. */
  public FloatSlider step(Double step) {
    set("step", step);
    return (FloatSlider) this;
  }

  /**
   * Style.
   */
  public SliderStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public FloatSlider style(SliderStyle style) {
    set("style", style);
    return (FloatSlider) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public FloatSlider tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (FloatSlider) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public FloatSlider tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (FloatSlider) this;
  }

  /**
   * Float value. At first 0.0.
   */
  public double value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public FloatSlider value(double value) {
    set("value", value);
    return (FloatSlider) this;
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
  public FloatSlider onChange(Consumer<Double> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (FloatSlider) this;
  }
}
