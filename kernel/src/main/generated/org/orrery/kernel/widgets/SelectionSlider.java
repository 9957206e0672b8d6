// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code SelectionSliderModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class SelectionSlider extends ChoiceWidget {

  static final Model MODEL =
      Model.of(
          "SelectionSliderModel", "@jupyter-widgets/controls", "2.0.0",
          "SelectionSliderView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("_options_labels", Kind.TEXTS, List.of()),
          Field.of("behavior", Kind.TEXT, "drag-tap")
              .oneOf("drag-tap", "drag-snap", "tap", "drag", "snap"),
          Field.of("continuous_update", Kind.BOOL, true),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("index", Kind.INT, 0),
          Field.own("layout", Layout::new),
          Field.of("orientation", Kind.TEXT, "horizontal")
              .oneOf("horizontal", "vertical"),
          Field.of("readout", Kind.BOOL, true),
          Field.own("style", SliderStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public SelectionSlider() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public SelectionSlider domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public SelectionSlider domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The labels for the options. At first empty.
   */
  public List<String> options() {
    return get("_options_labels");
  }

  /** Sets what {@link #options()} returns. */
  public SelectionSlider options(List<String> options) {
    set("_options_labels", List.copyOf(options));
    return this;
  }

  /** Sets what {@link #options()} returns. */
  public SelectionSlider options(String... options) {
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
  public SelectionSlider behavior(String behavior) {
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
  public SelectionSlider continuousUpdate(boolean continuousUpdate) {
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
  public SelectionSlider description(String description) {
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
  public SelectionSlider descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public SelectionSlider disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Selected index. At first 0.
   */
  public int index() {
    return get("index");
  }

  /** Sets what {@link #index()} returns. */
  public SelectionSlider index(int index) {
    set("index", index);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public SelectionSlider layout(Layout layout) {
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
  public SelectionSlider orientation(String orientation) {
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
  public SelectionSlider readout(boolean readout) {
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
  public SelectionSlider style(SliderStyle style) {
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
  public SelectionSlider tabbable(Boolean tabbable) {
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
  public SelectionSlider tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /** Chooses {@code label}, which must be one of the options. */
  public SelectionSlider value(String label) {
    choose(label);
    return this;
  }

  /** Calls {@code handler} with every label that is chosen from now on. */
  public SelectionSlider onChange(Consumer<String> handler) {
    observe("index", change -> label(change.now()).ifPresent(handler));
    return this;
  }
}
