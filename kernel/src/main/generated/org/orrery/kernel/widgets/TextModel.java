// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link Text}. */
public abstract sealed class TextModel extends DomWidget implements Control<String>
    permits Text {

  static final Model MODEL =
      Model.of(
          "TextModel", "@jupyter-widgets/controls", "2.0.0",
          "TextView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("continuous_update", Kind.BOOL, true),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("placeholder", Kind.TEXT, "​"),
          Field.own("style", TextStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.TEXT, ""));

  TextModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Text domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (Text) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Text domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Update the value as the user types. If False, update on submission, e.g., pressing Enter
   * or navigating away. At first true.
   */
  public boolean continuousUpdate() {
    return get("continuous_update");
  }

  /** Sets what {@link #continuousUpdate()} returns. */
  public Text continuousUpdate(boolean continuousUpdate) {
    set("continuous_update", continuousUpdate);
    return (Text) this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Text description(String description) {
    set("description", description);
    return (Text) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public Text descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (Text) this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public Text disabled(boolean disabled) {
    set("disabled", disabled);
    return (Text) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Text layout(Layout layout) {
    set("layout", layout);
    return (Text) this;
  }

  /**
   * Placeholder text to display when nothing has been typed. At first "​".
   */
  public String placeholder() {
    return get("placeholder");
  }

  /** Sets what {@link #placeholder()} returns. */
  public Text placeholder(String placeholder) {
    set("placeholder", placeholder);
    return (Text) this;
  }

  /**
   * Style.
   */
  public TextStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Text style(TextStyle style) {
    set("style", style);
    return (Text) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Text tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (Text) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Text tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (Text) this;
  }

  /**
   * String value. At first empty.
   */
  public String value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public Text value(String value) {
    set("value", value);
    return (Text) this;
  }

  @Override
  public String current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public Text onChange(Consumer<String> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (Text) this;
  }
}
