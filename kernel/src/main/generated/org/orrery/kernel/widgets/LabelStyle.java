// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code LabelStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class LabelStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "LabelStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("background", Kind.TEXT, null).orNull(),
          Field.of("description_width", Kind.TEXT, ""),
          Field.of("font_family", Kind.TEXT, null).orNull(),
          Field.of("font_size", Kind.TEXT, null).orNull(),
          Field.of("font_style", Kind.TEXT, null).orNull(),
          Field.of("font_variant", Kind.TEXT, null).orNull(),
          Field.of("font_weight", Kind.TEXT, null).orNull(),
          Field.of("text_color", Kind.TEXT, null).orNull(),
          Field.of("text_decoration", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public LabelStyle() {
    super(MODEL);
  }

  /**
   * Background specifications. At first unset.
   */
  public Optional<String> background() {
    return find("background");
  }

  /** Sets what {@link #background()} returns; null unsets it. */
  public LabelStyle background(String background) {
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
  public LabelStyle descriptionWidth(String descriptionWidth) {
    set("description_width", descriptionWidth);
    return this;
  }

  /**
   * Label text font family. At first unset.
   */
  public Optional<String> fontFamily() {
    return find("font_family");
  }

  /** Sets what {@link #fontFamily()} returns; null unsets it. */
  public LabelStyle fontFamily(String fontFamily) {
    set("font_family", fontFamily);
    return this;
  }

  /**
   * Text font size. At first unset.
   */
  public Optional<String> fontSize() {
    return find("font_size");
  }

  /** Sets what {@link #fontSize()} returns; null unsets it. */
  public LabelStyle fontSize(String fontSize) {
    set("font_size", fontSize);
    return this;
  }

  /**
   * Label text font style. At first unset.
   */
  public Optional<String> fontStyle() {
    return find("font_style");
  }

  /** Sets what {@link #fontStyle()} returns; null unsets it. */
  public LabelStyle fontStyle(String fontStyle) {
    set("font_style", fontStyle);
    return this;
  }

  /**
   * Label text font variant. At first unset.
   */
  public Optional<String> fontVariant() {
    return find("font_variant");
  }

  /** Sets what {@link #fontVariant()} returns; null unsets it. */
  public LabelStyle fontVariant(String fontVariant) {
    set("font_variant", fontVariant);
    return this;
  }

  /**
   * Label text font weight. At first unset.
   */
  public Optional<String> fontWeight() {
    return find("font_weight");
  }

  /** Sets what {@link #fontWeight()} returns; null unsets it. */
  public LabelStyle fontWeight(String fontWeight) {
    set("font_weight", fontWeight);
    return this;
  }

  /**
   * Text color. At first unset.
   */
  public Optional<String> textColor() {
    return find("text_color");
  }

  /** Sets what {@link #textColor()} returns; null unsets it. */
  public LabelStyle textColor(String textColor) {
    set("text_color", textColor);
    return this;
  }

  /**
   * Label text decoration. At first unset.
   */
  public Optional<String> textDecoration() {
    return find("text_decoration");
  }

  /** Sets what {@link #textDecoration()} returns; null unsets it. */
  public LabelStyle textDecoration(String textDecoration) {
    set("text_decoration", textDecoration);
    return this;
  }
}
