// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link IntProgress}. */
public abstract sealed class IntProgressModel extends BoundedWidget implements Control<Integer>
    permits IntProgress {

  static final Model MODEL =
      Model.of(
          "IntProgressModel", "@jupyter-widgets/controls", "2.0.0",
          "ProgressView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("bar_style", Kind.TEXT, "")
              .oneOf("success", "info", "warning", "danger", ""),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("max", Kind.INT, 100),
          Field.of("min", Kind.INT, 0),
          Field.of("orientation", Kind.TEXT, "horizontal")
              .oneOf("horizontal", "vertical"),
          Field.own("style", ProgressStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.INT, 0));

  IntProgressModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntProgress domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (IntProgress) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public IntProgress domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Use a predefined styling for the progress bar. One of "success", "info", "warning",
   * "danger", the empty text. At first empty.
   */
  public String barStyle() {
    return get("bar_style");
  }

  /** Sets what {@link #barStyle()} returns. */
  public IntProgress barStyle(String barStyle) {
    set("bar_style", barStyle);
    return (IntProgress) this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public IntProgress description(String description) {
    set("description", description);
    return (IntProgress) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public IntProgress descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (IntProgress) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public IntProgress layout(Layout layout) {
    set("layout", layout);
    return (IntProgress) this;
  }

  /**
   * Max value. At first 100.
   */
  public int max() {
    return get("max");
  }

  /** Sets what {@link #max()} returns. */
  public IntProgress max(int max) {
    set("max", max);
    return (IntProgress) this;
  }

  /**
   * Min value. At first 0.
   */
  public int min() {
    return get("min");
  }

  /** Sets what {@link #min()} returns. */
  public IntProgress min(int min) {
    set("min", min);
    return (IntProgress) this;
  }

  /**
   * Vertical or horizontal. One of "horizontal", "vertical". At first "horizontal".
   */
  public String orientation() {
    return get("orientation");
  }

  /** Sets what {@link #orientation()} returns. */
  public IntProgress orientation(String orientation) {
    set("orientation", orientation);
    return (IntProgress) this;
  }

  /**
   * Style.
   */
  public ProgressStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public IntProgress style(ProgressStyle style) {
    set("style", style);
    return (IntProgress) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public IntProgress tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (IntProgress) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public IntProgress tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (IntProgress) this;
  }

  /**
   * Int value. At first 0.
   */
  public int value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public IntProgress value(int value) {
    set("value", value);
    return (IntProgress) this;
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
  public IntProgress onChange(Consumer<Integer> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (IntProgress) this;
  }
}
