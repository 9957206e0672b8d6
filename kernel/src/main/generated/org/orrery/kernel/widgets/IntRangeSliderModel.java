// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link IntRangeSlider}. */
public abstract sealed class IntRangeSliderModel extends BoundedWidget implements Control<List<Integer>>
    permits IntRangeSlider {

  static final Model MODEL =
      Model.of(
          "IntRangeSliderModel", "@jupyter-widgets/controls", "2.0.0",
          "IntRangeSliderView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("behavior", Kind.TEXT, "drag-tap")
              .oneOf("drag-tap", "drag-snap", "tap", "drag", "snap"),
          Field.of("continuous_update", Kind.BOOL, true),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.INT, 100),
          Field.of("min", Kind.INT, 0),
          Field.of("orientation", Kind.TEXT, "horizontal")
              .oneOf("horizontal", "vertical"),
          Field.of("readout", Kind.BOOL, true),
          Field.of("readout_format", Kind.TEXT, "d"),
          Field.of("step", Kind.INT, 1),
          Field.own("style", SliderStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.INTS, List.of(0, 1)));

  IntRangeSliderModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntRangeSlider domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (IntRangeSlider) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntRangeSlider domClasses(String... domClasses) {
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
  public IntRangeSlider behavior(String behavior) {
    set("behavior", behavior);
    return (IntRangeSlider) this;
  }

  /**
   * Update the value of the widget as the user is sliding the slider. At first true.
   */
  public boolean continuousUpdate() {
    return get("continuous_update");
  }

  /** Sets what {@link #continuousUpdate()} returns. */
  public IntRangeSlider continuousUpdate(boolean continuousUpdate) {
    set("continuous_update", continuousUpdate);
    return (IntRangeSlider) this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public IntRangeSlider description(String description) {
    set("description", description);
    return (IntRangeSlider) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public IntRangeSlider descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (IntRangeSlider) this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public IntRangeSlider disabled(boolean disabled) {
    set("disabled", disabled);
    return (IntRangeSlider) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public IntRangeSlider layout(Layout layout) {
    set("layout", layout);
    return (IntRangeSlider) this;
  }

  /**
   * Max value. At first 100.
   */
  public int max() {
    return get("max");
  }

  /** Sets what {@link #max()} returns. */
  public IntRangeSlider max(int max) {
    set("max", max);
    return (IntRangeSlider) this;
  }

  /**
   * Min value. At first 0.
   */
  public int min() {
    return get("min");
  }

  /** Sets what {@link #min()} returns. */
  public IntRangeSlider min(int min) {
    set("min", min);
    return (IntRangeSlider) this;
  }

  /**
   * Vertical or horizontal. One of "horizontal", "vertical". At first "horizontal".
   */
  public String orientation() {
    return get("orientation");
  }

  /** Sets what {@link #orientation()} returns. */
  public IntRangeSlider orientation(String orientation) {
    set("orientation", orientation);
    return (IntRangeSlider) this;
  }

  /**
   * Display the current value of the slider next to it. At first true.
   */
  public boolean readout() {
    return get("readout");
  }

  /** Sets what {@link #readout()} returns. */
  public IntRangeSlider readout(boolean readout) {
    set("readout", readout);
    return (IntRangeSlider) this;
  }

  /**
   * Format for the readout. At first "d".
   */
  public String readoutFormat() {
    return get("readout_format");
  }

  /** Sets what {@link #readoutFormat()} returns. */
  public IntRangeSlider readoutFormat(String readoutFormat) {
    set("readout_format", readoutFormat);
    return (IntRangeSlider) this;
  }

  /**
   * Minimum step that the value can take. At first 1.
   */
  public int step() {
    return get("step");
  }

  /** Sets what {@link #step()} returns. */
  public IntRangeSlider step(int step) {
    set("step", step);
    return (IntRangeSlider) this;
  }

  /**
   * Slider style customizations.
   */
  public SliderStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public IntRangeSlider style(SliderStyle style) {
    set("style", style);
    return (IntRangeSlider) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public IntRangeSlider tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (IntRangeSlider) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public IntRangeSlider tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (IntRangeSlider) this;
  }

  /**
   * Tuple of (lower, upper) bounds. At first [0, 1].
   */
  public List<Integer> value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public IntRangeSlider value(List<Integer> value) {
    set("value", List.copyOf(value));
    return (IntRangeSlider) this;
  }

  @Override
  public List<Integer> current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public IntRangeSlider onChange(Consumer<List<Integer>> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (IntRangeSlider) this;
  }
}
