// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** What the schema says of {@link Button}. */
public abstract sealed class ButtonModel extends DomWidget
    permits Button {

  static final Model MODEL =
      Model.of(
          "ButtonModel", "@jupyter-widgets/controls", "2.0.0",
          "ButtonView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("button_style", Kind.TEXT, "")
              .oneOf("primary", "success", "info", "warning", "danger", ""),
          Field.of("description", Kind.TEXT, ""),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("icon", Kind.TEXT, ""),
          Field.own("layout", Layout::new),
          Field.own("style", ButtonStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  ButtonModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Button domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (Button) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Button domClasses(String... domClasses) {
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
  public Button buttonStyle(String buttonStyle) {
    set("button_style", buttonStyle);
    return (Button) this;
  }

  /**
   * Button label. At first empty.
   */
  public String description() {
    return get("description");
  }

  /** Sets what {@link #description()} returns. */
  public Button description(String description) {
    set("description", description);
    return (Button) this;
  }

  /**
   * Enable or disable user changes. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public Button disabled(boolean disabled) {
    set("disabled", disabled);
    return (Button) this;
  }

  /**
   * Font-awesome icon names, without the 'fa-' prefix. At first empty.
   */
  public String icon() {
    return get("icon");
  }

  /** Sets what {@link #icon()} returns. */
  public Button icon(String icon) {
    set("icon", icon);
    return (Button) this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Button layout(Layout layout) {
    set("layout", layout);
    return (Button) this;
  }

  /**
   * Style.
   */
  public ButtonStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public Button style(ButtonStyle style) {
    set("style", style);
    return (Button) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Button tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (Button) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Button tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (Button) this;
  }
}
