// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

/** The model {@code ToggleButtonsStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ToggleButtonsStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "ToggleButtonsStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("button_width", Kind.TEXT, ""),
          Field.of("description_width", Kind.TEXT, ""),
          Field.of("font_weight", Kind.TEXT, ""));

  /** One that the front end does not know yet. */
  public ToggleButtonsStyle() {
    super(MODEL);
  }

  /**
   * The width of each button. At first empty.
   */
  public String buttonWidth() {
    return get("button_width");
  }

  /** Sets what {@link #buttonWidth()} returns. */
  public ToggleButtonsStyle buttonWidth(String buttonWidth) {
    set("button_width", buttonWidth);
    return this;
  }

  /**
   * Width of the description to the side of the control. At first empty.
   */
  public String descriptionWidth() {
    return get("description_width");
  }

  /** Sets what {@link #descriptionWidth()} returns. */
  public ToggleButtonsStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }

  /**
   * Text font weight of each button. At first empty.
   */
  public String fontWeight() {
    return get("font_weight");
  }

  /** Sets what {@link #fontWeight()} returns. */
  public ToggleButtonsStyle fontWeight(String fontWeight) {
    set("font_weight", fontWeight);
    return this;
  }
}
