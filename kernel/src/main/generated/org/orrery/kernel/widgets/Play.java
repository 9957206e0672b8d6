// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code PlayModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Play extends BoundedWidget implements Control<Integer> {

  static final Model MODEL =
      Model.of(
          "PlayModel", "@jupyter-widgets/controls", "2.0.0",
          "PlayView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("interval", Kind.INT, 100),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.INT, 100),
          Field.of("min", Kind.INT, 0),
          Field.of("playing", Kind.BOOL, false),
          Field.of("repeat", Kind.BOOL, false),
          Field.of("show_repeat", Kind.BOOL, true),
          Field.of("step", Kind.INT, 1),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.INT, 0));

  /** One that the front end does not know yet. */
  public Play() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Play domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Play domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Play description(String description) {
    set("description", description);
    return this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public Play descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public Play disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * The time between two animation steps (ms). At first 100.
   */
  public int interval() {
    return get("interval");
  }

  /** Sets what {@link #interval()} returns. */
  public Play interval(int interval) {
    set("interval", interval);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Play layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Max value. At first 100.
   */
  public int max() {
    return get("max");
  }

  /** Sets what {@link #max()} returns. */
  public Play max(int max) {
    set("max", max);
    return this;
  }

  /**
   * Min value. At first 0.
   */
  public int min() {
    return get("min");
  }

  /** Sets what {@link #min()} returns. */
  public Play min(int min) {
    set("min", min);
    return this;
  }

  /**
   * Whether the control is currently playing. At first false.
   */
  public boolean playing() {
    return get("playing");
  }

  /** Sets what {@link #playing()} returns. */
  public Play playing(boolean playing) {
    set("playing", playing);
    return this;
  }

  /**
   * Whether the control will repeat in a continuous loop. At first false.
   */
  public boolean repeat() {
    return get("repeat");
  }

  /** Sets what {@link #repeat()} returns. */
  public Play repeat(boolean repeat) {
    set("repeat", repeat);
    return this;
  }

  /**
   * Show the repeat toggle button in the widget. At first true.
   */
  public boolean showRepeat() {
    return get("show_repeat");
  }

  /** Sets what {@link #showRepeat()} returns. */
  public Play showRepeat(boolean showRepeat) {
    set("show_repeat", showRepeat);
    return this;
  }

  /**
   * Increment step. At first 1.
   */
  public int step() {
    return get("step");
  }

  /** Sets what {@link #step()} returns. */
  public Play step(int step) {
    set("step", step);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Play style(DescriptionStyle style) {
    set("style", style);
    return this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Play tabbable(Boolean tabbable) {
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
  public Play tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * Int value. At first 0.
   */
  public int value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public Play value(int value) {
    set("value", value);
    return this;
  }

  @Override
  public Integer current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public Play onChange(Consumer<Integer> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
