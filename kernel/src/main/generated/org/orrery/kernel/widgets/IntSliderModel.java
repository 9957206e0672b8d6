// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link IntSlider}. */
public abstract sealed class IntSliderModel extends BoundedWidget implements Control<Integer>
    permits IntSlider {

  static final Model MODEL =
      Model.of(
          "IntSliderModel", "@jupyter-widgets/controls", "2.0.0",
          "IntSliderView", "@jupyter-widgets/controls", "2.0.0",
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
          Field.of("value", Kind.INT, 0));

  IntSliderModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntSlider domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (IntSlider) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntSlider domClasses(String... domClasses) {
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
  public IntSlider behavior(String behavior) {
    set("behavior", behavior);
    return (IntSlider) this;
  }

  /**
   * Update the value of the widget as the user is holding the slider. At first true.
   */
  public boolean continuousUpdate() {
    return get("continuous_update");
  }

  /** Sets what {@link #continuousUpdate()} returns. */
  public IntSlider continuousUpdate(boolean continuousUpdate) {
    set("continuous_update", continuousUpdate);
    return (IntSlider) this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public IntSlider description(String description) {
    set("description", description);
    return (IntSlider) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public IntSlider descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (IntSlider) this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public IntSlider disabled(boolean disabled) {
    set("disabled", disabled);
    return (IntSlider) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public IntSlider layout(Layout layout) {
    set("layout", layout);
    return (IntSlider) this;
  }

  /**
   * Max value. At first 100.
   */
  public int max() {
    return get("max");
  }

  /** Sets what {@link #max()} returns. */
  public IntSlider max(int max) {
    set("max", max);
    return (IntSlider) this;
  }

  /**
   * Min value. At first 0.
   */
  public int min() {
    return get("min");
  }

  /** Sets what {@link #min()} returns. */
  public IntSlider min(int min) {
    set("min", min);
    return (IntSlider) this;
  }

  /**
   * Vertical or horizontal. One of "horizontal", "vertical". At first "horizontal".
   */
  public String orientation() {
    return get("orientation");
  }

  /** Sets what {@link #orientation()} returns. */
  public IntSlider orientation(String orientation) {
    set("orientation", orientation);
    return (IntSlider) this;
  }

  /**
   * Display the current value of the slider next to it. At first true.
   */
  public boolean readout() {
    return get("readout");
  }

  /** Sets what {@link #readout()} returns. */
  public IntSlider readout(boolean readout) {
    set("readout", readout);
    return (IntSlider) this;
  }

  /**
   * Format for the readout. At first "d".
   */
  public String readoutFormat() {
    return get("readout_format");
  }

  /** Sets what {@link #readoutFormat()} returns. */
  public IntSlider readoutFormat(String readoutFormat) {
    set("readout_format", readoutFormat);
    return (IntSlider) this;
  }

  /**
   * Minimum step to increment the value. At first 1.
   */
  public int step() {
    return get("step");
  }

  /** Sets what {@link #step()} returns. */
  public IntSlider step(int step) {
    set("step", step);
    return (IntSlider) this;
  }

  /**
   * Style.
   */
  public SliderStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public IntSlider style(SliderStyle style) {
    set("style", style);
    return (IntSlider) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public IntSlider tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (IntSlider) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public IntSlider tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (IntSlider) this;
  }

  /**
   * Int value. At first 0.
   */
  public int value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public IntSlider value(int value) {
    set("value", value);
    return (IntSlider) this;
  }

  @Override
  public Integer current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public IntSlider onChange(Consumer<Integer> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (IntSlider) this;
  }
}
