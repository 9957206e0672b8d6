// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.Optional;

/** The model {@code ButtonStyleModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ButtonStyle extends Widget {

  static final Model MODEL =
      Model.of(
          "ButtonStyleModel", "@jupyter-widgets/controls", "2.0.0",
          "StyleView", "@jupyter-widgets/base", "2.0.0",
          Field.of("button_color", Kind.TEXT, null).orNull(),
          Field.of("font_family", Kind.TEXT, null).orNull(),
          Field.of("font_size", Kind.TEXT, null).orNull(),
          Field.of("font_style", Kind.TEXT, null).orNull(),
          Field.of("font_variant", Kind.TEXT, null).orNull(),
          Field.of("font_weight", Kind.TEXT, null).orNull(),
          Field.of("text_color", Kind.TEXT, null).orNull(),
          Field.of("text_decoration", Kind.TEXT, null).orNull());

  /** One that the front end does not know yet. */
  public ButtonStyle() {
    super(MODEL);
  }

  /**
   * Color of the button. At first unset.
   */
  public Optional<String> buttonColor() {
    return find("button_color");
  }

  /** Sets what {@link #buttonColor()} returns; null unsets it. */
  public ButtonStyle buttonColor(String buttonColor) {
    set("button_color", buttonColor);
    return this;
  }

  /**
   * Button text font family. At first unset.
   */
  public Optional<String> fontFamily() {
    return find("font_family");
  }

  /** Sets what {@link #fontFamily()} returns; null unsets it. */
  public ButtonStyle fontFamily(String fontFamily) {
    set("font_family", fontFamily);
    return this;
  }

  /**
   * Button text font size. At first unset.
   */
  public Optional<String> fontSize() {
    return find("font_size");
  }

  /** Sets what {@link #fontSize()} returns; null unsets it. */
  public ButtonStyle fontSize(String fontSize) {
    set("font_size", fontSize);
    return this;
  }

  /**
   * Button text font style. At first unset.
   */
  public Optional<String> fontStyle() {
    return find("font_style");
  }

  /** Sets what {@link #fontStyle()} returns; null unsets it. */
  public ButtonStyle fontStyle(String fontStyle) {
    set("font_style", fontStyle);
    return this;
  }

  /**
   * Button text font variant. At first unset.
   */
  public Optional<String> fontVariant() {
    return find("font_variant");
  }

  /** Sets what {@link #fontVariant()} returns; null unsets it. */
  public ButtonStyle fontVariant(String fontVariant) {
    set("font_variant", fontVariant);
    return this;
  }

  /**
   * Button text font weight. At first unset.
   */
  public Optional<String> fontWeight() {
    return find("font_weight");
  }

  /** Sets what {@link #fontWeight()} returns; null unsets it. */
  public ButtonStyle fontWeight(String fontWeight) {
    set("font_weight", fontWeight);
    return this;
  }

  /**
   * Button text color. At first unset.
   */
  public Optional<String> textColor() {
    return find("text_color");
  }

  /** Sets what {@link #textColor()} returns; null unsets it. */
  public ButtonStyle textColor(String textColor) {
    set("text_color", textColor);
    return this;
  }

  /**
   * Button text decoration. At first unset.
   */
  public Optional<String> textDecoration() {
    return find("text_decoration");
  }

  /** Sets what {@link #textDecoration()} returns; null unsets it. */
  public ButtonStyle textDecoration(String textDecoration) {
    set("text_decoration", textDecoration);
    return this;
  }
}
