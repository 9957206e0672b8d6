// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code ProgressStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ProgressStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "ProgressStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("bar_color", Kind.TEXT, null).orNull(),
          Field.of("description_width", Kind.TEXT, ""));

  /** One that the front end does not know yet. */
  public ProgressStyle() {
    super(MODEL);
  }

  /**
   * Color of the progress bar. At first unset.
   */
  public Optional<String> barColor() {
    return find("bar_color");
  }

  /** Sets what {@link #barColor()} returns; null unsets it. */
  public ProgressStyle barColor(String barColor) {
    set("bar_color", barColor);
    return this;
  }

  /**
   * Width of the description to the side of the control. At first empty.
   */
  public String descriptionWidth() {
    return get("description_width");
  }

  /** Sets what {@link #descriptionWidth()} returns. */
  public ProgressStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }
}
