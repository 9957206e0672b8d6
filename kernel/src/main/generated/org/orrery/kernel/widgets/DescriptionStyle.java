// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

/** The model {@code DescriptionStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class DescriptionStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "DescriptionStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("description_width", Kind.TEXT, ""));

  /** One that the front end does not know yet. */
  public DescriptionStyle() {
    super(MODEL);
  }

  /**
   * Width of the description to the side of the control. At first empty.
   */
  public String descriptionWidth() {
    return get("description_width");
  }

  /** Sets what {@link #descriptionWidth()} returns. */
  public DescriptionStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }
}
