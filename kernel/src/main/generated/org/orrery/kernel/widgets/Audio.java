// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** The model {@code AudioModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Audio extends DomWidget {

  static final Model MODEL =
      Model.of(
          "AudioModel", "@jupyter-widgets/controls", "2.0.0",
          "AudioView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("autoplay", Kind.BOOL, true),
          Field.of("controls", Kind.BOOL, true),
          Field.of("format", Kind.TEXT, "mp3"),
          Field.own("layout", Layout::new),
          Field.of("loop", Kind.BOOL, true),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.BYTES, new byte[0]));

  /** One that the front end does not know yet. */
  public Audio() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Audio domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Audio domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * When true, the audio starts when it's displayed. At first true.
   */
  public boolean autoplay() {
    return get("autoplay");
  }

  /** Sets what {@link #autoplay()} returns. */
  public Audio autoplay(boolean autoplay) {
    set("autoplay", autoplay);
    return this;
  }

  /**
   * Specifies that audio controls should be displayed (such as a play/pause button etc). At
   * first true.
   */
  public boolean controls() {
    return get("controls");
  }

  /** Sets what {@link #controls()} returns. */
  public Audio controls(boolean controls) {
    set("controls", controls);
    return this;
  }

  /**
   * The format of the audio. At first "mp3".
   */
  public String format() {
    return get("format");
  }

  /** Sets what {@link #format()} returns. */
  public Audio format(String format) {
    set("format", format);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Audio layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * When true, the audio will start from the beginning after finishing. At first true.
   */
  public boolean loop() {
    return get("loop");
  }

  /** Sets what {@link #loop()} returns. */
  public Audio loop(boolean loop) {
    set("loop", loop);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Audio tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Audio tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * The media data as a memory view of bytes. At first no bytes.
   */
  public byte[] value() {
    return this.<byte[]>get("value").clone();
  }

  /** Sets what {@link #value()} returns. */
  public Audio value(byte[] value) {
    set("value", value.clone());
    return this;
  }
}
