// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code TextStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class TextStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "TextStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("background", Kind.TEXT, null).orNull(),
          Field.of("description_width", Kind.TEXT, ""),
          Field.of("font_size", Kind.TEXT, null).orNull(),
          Field.of("text_color", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public TextStyle() {
    super(MODEL);
  }

  /**
   * Background specifications. At first unset.
   */
  public Optional<String> background() {
    return find("background");
  }

  /** Sets what {@link #background()} returns; null unsets it. */
  public TextStyle background(String background) {
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
  public TextStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }

  /**
   * Text font size. At first unset.
   */
  public Optional<String> fontSize() {
    return find("font_size");
  }

  /** Sets what {@link #fontSize()} returns; null unsets it. */
  public TextStyle fontSize(String fontSize) {
    set("font_size", fontSize);
    return this;
  }

  /**
   * Text color. At first unset.
   */
  public Optional<String> textColor() {
    return find("text_color");
  }

  /** Sets what {@link #textColor()} returns; null unsets it. */
  public TextStyle textColor(String textColor) {
    set("text_color", textColor);
    return this;
  }
}
