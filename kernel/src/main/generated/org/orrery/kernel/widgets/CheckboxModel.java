// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the schema says of {@link Checkbox}. */
public abstract sealed class CheckboxModel extends DomWidget implements Control<Boolean>
    permits Checkbox {

  static final Model MODEL =
      Model.of(
          "CheckboxModel", "@jupyter-widgets/controls", "2.0.0",
          "CheckboxView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("indent", Kind.BOOL, true),
          Field.own("layout", Layout::new),
          Field.own("style", CheckboxStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.BOOL, false));

  CheckboxModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Checkbox domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (Checkbox) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Checkbox domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Checkbox description(String description) {
    set("description", description);
    return (Checkbox) this;
  }

  /**
   * Accept HTML in the description. At first false.
   */
  public boolean descriptionAllowHtml() {
    return get("description_allow_html");
  }

  /** Sets what {@link #descriptionAllowHtml()} returns. */
  public Checkbox descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return (Checkbox) this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public Checkbox disabled(boolean disabled) {
    set("disabled", disabled);
    return (Checkbox) this;
  }

  /**
   * Indent the control to align with other controls with a description. At first true.
   */
  public boolean indent() {
    return get("indent");
  }

  /** Sets what {@link #indent()} returns. */
  public Checkbox indent(boolean indent) {
    set("indent", indent);
    return (Checkbox) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Checkbox layout(Layout layout) {
    set("layout", layout);
    return (Checkbox) this;
  }

  /**
   * Styling customizations.
   */
  public CheckboxStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Checkbox style(CheckboxStyle style) {
    set("style", style);
    return (Checkbox) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Checkbox tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (Checkbox) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Checkbox tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (Checkbox) this;
  }

  /**
   * Bool value. At first false.
   */
  public boolean value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public Checkbox value(boolean value) {
    set("value", value);
    return (Checkbox) this;
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
  public Checkbox onChange(Consumer<Boolean> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return (Checkbox) this;
  }
}
