// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code ToggleButtonStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ToggleButtonStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "ToggleButtonStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("description_width", Kind.TEXT, ""),
          Field.of("font_family", Kind.TEXT, null).orNull(),
          Field.of("font_size", Kind.TEXT, null).orNull(),
          Field.of("font_style", Kind.TEXT, null).orNull(),
          Field.of("font_variant", Kind.TEXT, null).orNull(),
          Field.of("font_weight", Kind.TEXT, null).orNull(),
          Field.of("text_color", Kind.TEXT, null).orNull(),
          Field.of("text_decoration", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public ToggleButtonStyle() {
    super(MODEL);
  }

  /**
   * Width of the description to the side of the control. At first empty.
   */
  public String descriptionWidth() {
    return get("description_width");
  }

  /** Sets what {@link #descriptionWidth()} returns. */
  public ToggleButtonStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }

  /**
   * Toggle button text font family. At first unset.
   */
  public Optional<String> fontFamily() {
    return find("font_family");
  }

  /** Sets what {@link #fontFamily()} returns; null unsets it. */
  public ToggleButtonStyle fontFamily(String fontFamily) {
    set("font_family", fontFamily);
    return this;
  }

  /**
   * Toggle button text font size. At first unset.
   */
  public Optional<String> fontSize() {
    return find("font_size");
  }

  /** Sets what {@link #fontSize()} returns; null unsets it. */
  public ToggleButtonStyle fontSize(String fontSize) {
    set("font_size", fontSize);
    return this;
  }

  /**
   * Toggle button text font style. At first unset.
   */
  public Optional<String> fontStyle() {
    return find("font_style");
  }

  /** Sets what {@link #fontStyle()} returns; null unsets it. */
  public ToggleButtonStyle fontStyle(String fontStyle) {
    set("font_style", fontStyle);
    return this;
  }

  /**
   * Toggle button text font variant. At first unset.
   */
  public Optional<String> fontVariant() {
    return find("font_variant");
  }

  /** Sets what {@link #fontVariant()} returns; null unsets it. */
  public ToggleButtonStyle fontVariant(String fontVariant) {
    set("font_variant", fontVariant);
    return this;
  }

  /**
   * Toggle button text font weight. At first unset.
   */
  public Optional<String> fontWeight() {
    return find("font_weight");
  }

  /** Sets what {@link #fontWeight()} returns; null unsets it. */
  public ToggleButtonStyle fontWeight(String fontWeight) {
    set("font_weight", fontWeight);
    return this;
  }

  /**
   * Toggle button text color. At first unset.
   */
  public Optional<String> textColor() {
    return find("text_color");
  }

  /** Sets what {@link #textColor()} returns; null unsets it. */
  public ToggleButtonStyle textColor(String textColor) {
    set("text_color", textColor);
    return this;
  }

  /**
   * Toggle button text decoration. At first unset.
   */
  public Optional<String> textDecoration() {
    return find("text_decoration");
  }

  /** Sets what {@link #textDecoration()} returns; null unsets it. */
  public ToggleButtonStyle textDecoration(String textDecoration) {
    set("text_decoration", textDecoration);
    return this;
  }
}
