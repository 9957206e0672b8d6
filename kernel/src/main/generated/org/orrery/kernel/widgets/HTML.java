// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code HTMLModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class HTML extends DomWidget implements Control<String> {

  static final Model MODEL =
      Model.of(
          "HTMLModel", "@jupyter-widgets/controls", "2.0.0",
          "HTMLView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("placeholder", Kind.TEXT, "​"),
          Field.own("style", HTMLStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.TEXT, ""));

  /** One that the front end does not know yet. */
  public HTML() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public HTML domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public HTML domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public HTML description(String description) {
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
  public HTML descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public HTML layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Placeholder text to display when nothing has been typed. At first "​".
   */
  public String placeholder() {
    return get("placeholder");
  }

  /** Sets what {@link #placeholder()} returns. */
  public HTML placeholder(String placeholder) {
    set("placeholder", placeholder);
    return this;
  }

  /**
   * Style.
   */
  public HTMLStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public HTML style(HTMLStyle style) {
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
  public HTML tabbable(Boolean tabbable) {
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
  public HTML tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * String value. At first empty.
   */
  public String value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public HTML value(String value) {
    set("value", value);
    return this;
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
  public HTML onChange(Consumer<String> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
