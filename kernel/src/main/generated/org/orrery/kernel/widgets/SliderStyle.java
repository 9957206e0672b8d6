// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code SliderStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class SliderStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "SliderStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("description_width", Kind.TEXT, ""),
          Field.of("handle_color", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public SliderStyle() {
    super(MODEL);
  }

  /**
   * Width of the description to the side of the control. At first empty.
   */
  public String descriptionWidth() {
    return get("description_width");
  }

  /** Sets what {@link #descriptionWidth()} returns. */
  public SliderStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }

  /**
   * Color of the slider handle. At first unset.
   */
  public Optional<String> handleColor() {
    return find("handle_color");
  }

  /** Sets what {@link #handleColor()} returns; null unsets it. */
  public SliderStyle handleColor(String handleColor) {
    set("handle_color", handleColor);
    return this;
  }
}
