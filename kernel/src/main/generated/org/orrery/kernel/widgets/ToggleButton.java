// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ToggleButtonModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ToggleButton extends DomWidget implements Control<Boolean> {

  static final Model MODEL =
      Model.of(
          "ToggleButtonModel", "@jupyter-widgets/controls", "2.0.0",
          "ToggleButtonView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("button_style", Kind.TEXT, "")
              .oneOf("primary", "success", "info", "warning", "danger", ""),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("icon", Kind.TEXT, ""),
          Field.own("layout", Layout::new),
          Field.own("style", ToggleButtonStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.BOOL, false));

  /** One that the front end does not know yet. */
  public ToggleButton() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public ToggleButton domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public ToggleButton domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Use a predefined styling for the button. One of "primary", "success", "info", "warning",
   * "danger", the empty text. At first empty.
   */
  public String buttonStyle() {
    return get("button_style");
  }

  /** Sets what {@link #buttonStyle()} returns. */
  public ToggleButton buttonStyle(String buttonStyle) {
    set("button_style", buttonStyle);
    return this;
  }

  /**
   * Description of the control. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public ToggleButton description(String description) {
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
  public ToggleButton descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public ToggleButton disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Font-awesome icon. At first empty.
   */
  public String icon() {
    return get("icon");
  }

  /** Sets what {@link #icon()} returns. */
  public ToggleButton icon(String icon) {
    set("icon", icon);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public ToggleButton layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Styling customizations.
   */
  public ToggleButtonStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public ToggleButton style(ToggleButtonStyle style) {
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
  public ToggleButton tabbable(Boolean tabbable) {
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
  public ToggleButton tooltip(String tooltip) {
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
  public ToggleButton value(boolean value) {
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
  public ToggleButton onChange(Consumer<Boolean> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
