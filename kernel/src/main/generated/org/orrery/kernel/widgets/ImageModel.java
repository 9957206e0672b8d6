// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** What the schema says of {@link Image}. */
public abstract sealed class ImageModel extends DomWidget
    permits Image {

  static final Model MODEL =
      Model.of(
          "ImageModel", "@jupyter-widgets/controls", "2.0.0",
          "ImageView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("format", Kind.TEXT, "png"),
          Field.of("height", Kind.TEXT, ""),
          Field.own("layout", Layout::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.BYTES, new byte[0]),
          Field.of("width", Kind.TEXT, ""));

  ImageModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Image domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (Image) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Image domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The format of the image. At first "png".
   */
  public String format() {
    return get("format");
  }

  /** Sets what {@link #format()} returns. */
  public Image format(String format) {
    set("format", format);
    return (Image) this;
  }

  /**
   * Height of the image in pixels. Use layout.height for styling the widget. At first empty.
   */
  public String height() {
    return get("height");
  }

  /** Sets what {@link #height()} returns. */
  public Image height(String height) {
    set("height", height);
    return (Image) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Image layout(Layout layout) {
    set("layout", layout);
    return (Image) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Image tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (Image) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Image tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (Image) this;
  }

  /**
   * The media data as a memory view of bytes. At first no bytes.
   */
  public byte[] value() {
    return this.<byte[]>get("value").clone();
  }

  /** Sets what {@link #value()} returns. */
  public Image value(byte[] value) {
    set("value", value.clone());
    return (Image) this;
  }

  /**
   * Width of the image in pixels. Use layout.width for styling the widget. At first empty.
   */
  public String width() {
    return get("width");
  }

  /** Sets what {@link #width()} returns. */
  public Image width(String width) {
    set("width", width);
    return (Image) this;
  }
}
