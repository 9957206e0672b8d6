// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link Label}. */
public abstract sealed class LabelModel extends DomWidget implements Control<String>
    permits Label {

  static final Model MODEL =
      Model.of(
          "LabelModel", "@jupyter-widgets/controls", "2.0.0",
          "LabelView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("placeholder", Kind.TEXT, "​"),
          Field.own("style", LabelStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.TEXT, ""));

  LabelModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Label domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (Label) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Label domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Label description(String description) {
    set("description", description);
    return (Label) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public Label descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (Label) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Label layout(Layout layout) {
    set("layout", layout);
    return (Label) this;
  }

  /**
   * Placeholder text to display when nothing has been typed. At first "​".
   */
  public String placeholder() {
    return get("placeholder");
  }

  /** Sets what {@link #placeholder()} returns. */
  public Label placeholder(String placeholder) {
    set("placeholder", placeholder);
    return (Label) this;
  }

  /**
   * Style.
   */
  public LabelStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Label style(LabelStyle style) {
    set("style", style);
    return (Label) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Label tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (Label) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Label tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (Label) this;
  }

  /**
   * String value. At first empty.
   */
  public String value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public Label value(String value) {
    set("value", value);
    return (Label) this;
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
  public Label onChange(Consumer<String> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (Label) this;
  }
}
