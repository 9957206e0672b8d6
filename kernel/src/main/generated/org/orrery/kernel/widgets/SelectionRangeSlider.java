// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** The model {@code SelectionRangeSliderModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class SelectionRangeSlider extends DomWidget {

  static final Model MODEL =
      Model.of(
          "SelectionRangeSliderModel", "@jupyter-widgets/controls", "2.0.0",
          "SelectionRangeSliderView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("_options_labels", Kind.TEXTS, List.of()),
          Field.of("behavior", Kind.TEXT, "drag-tap")
              .oneOf("drag-tap", "drag-snap", "tap", "drag", "snap"),
          Field.of("continuous_update", Kind.BOOL, true),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("index", Kind.INTS, List.of(0, 0)),
          Field.own("layout", Layout::new),
          Field.of("orientation", Kind.TEXT, "horizontal")
              .oneOf("horizontal", "vertical"),
          Field.of("readout", Kind.BOOL, true),
          Field.own("style", SliderStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public SelectionRangeSlider() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public SelectionRangeSlider domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public SelectionRangeSlider domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The labels for the options. At first empty.
   */
  public List<String> options() {
    return get("_options_labels");
  }

  /** Sets what {@link #options()} returns. */
  public SelectionRangeSlider options(List<String> options) {
    set("_options_labels", List.copyOf(options));
    return this;
  }

  /** Sets what {@link #options()} returns. */
  public SelectionRangeSlider options(String... options) {
    return options(List.of(options));
  }

  /**
   * Slider dragging behavior. One of "drag-tap", "drag-snap", "tap", "drag", "snap". At
   * first "drag-tap".
   */
  public String behavior() {
    return get("behavior");
  }

  /** Sets what {@link #behavior()} returns. */
  public SelectionRangeSlider behavior(String behavior) {
    set("behavior", behavior);
    return this;
  }

  /**
   * Update the value of the widget as the user is holding the slider. At first true.
   */
  public boolean continuousUpdate() {
    return get("continuous_update");
  }

  /** Sets what {@link #continuousUpdate()} returns. */
  public SelectionRangeSlider continuousUpdate(boolean continuousUpdate) {
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
  public SelectionRangeSlider description(String description) {
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
  public SelectionRangeSlider descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public SelectionRangeSlider disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Min and max selected indices. At first [0, 0].
   */
  public List<Integer> index() {
    return get("index");
  }

  /** Sets what {@link #index()} returns. */
  public SelectionRangeSlider index(List<Integer> index) {
    set("index", List.copyOf(index));
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public SelectionRangeSlider layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Vertical or horizontal. One of "horizontal", "vertical". At first "horizontal".
   */
  public String orientation() {
    return get("orientation");
  }

  /** Sets what {@link #orientation()} returns. */
  public SelectionRangeSlider orientation(String orientation) {
    set("orientation", orientation);
    return this;
  }

  /**
   * Display the current selected label next to the slider. At first true.
   */
  public boolean readout() {
    return get("readout");
  }

  /** Sets what {@link #readout()} returns. */
  public SelectionRangeSlider readout(boolean readout) {
    set("readout", readout);
    return this;
  }

  /**
   * Style.
   */
  public SliderStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public SelectionRangeSlider style(SliderStyle style) {
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
  public SelectionRangeSlider tabbable(Boolean tabbable) {
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
  public SelectionRangeSlider tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }
}
