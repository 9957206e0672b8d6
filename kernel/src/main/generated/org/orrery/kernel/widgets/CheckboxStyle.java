// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code CheckboxStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class CheckboxStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "CheckboxStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("background", Kind.TEXT, null).orNull(),
          Field.of("description_width", Kind.TEXT, ""));

  /** One that the front end does not know yet. */
  public CheckboxStyle() {
    super(MODEL);
  }

  /**
   * Background specifications. At first unset.
   */
  public Optional<String> background() {
    return find("background");
  }

  /** Sets what {@link #background()} returns; null unsets it. */
  public CheckboxStyle background(String background) {
    set("background", background);
    return this;
  }

  /**
   * Width of the description to the side of the control. At first empty.
   */
  public String descriptionWidth() {
    return get("description_width");
  }

  /** Sets what {@link #descriptionWidth()} returns. */
  public CheckboxStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }
}
