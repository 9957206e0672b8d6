// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ValidModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class Valid extends DomWidget implements Control<Boolean> {

  static final Model MODEL =
      Model.of(
          "ValidModel", "@jupyter-widgets/controls", "2.0.0",
          "ValidView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.own("layout", Layout::new),
          Field.of("readout", Kind.TEXT, "Invalid"),
          Field.own("style", DescriptionStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.BOOL, false));

  /** One that the front end does not know yet. */
  public Valid() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Valid domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Valid domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Valid description(String description) {
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
  public Valid descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public Valid disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Valid layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Message displayed when the value is False. At first "Invalid".
   */
  public String readout() {
    return get("readout");
  }

  /** Sets what {@link #readout()} returns. */
  public Valid readout(String readout) {
    set("readout", readout);
    return this;
  }

  /**
   * Styling customizations.
   */
  public DescriptionStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Valid style(DescriptionStyle style) {
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
  public Valid tabbable(Boolean tabbable) {
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
  public Valid tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * Bool value. At first false.
   */
  public boolean value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public Valid value(boolean value) {
    set("value", value);
    return this;
  }

  @Override
  public Boolean current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public Valid onChange(Consumer<Boolean> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
