// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code ToggleButtonsModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class ToggleButtons extends ChoiceWidget {

  static final Model MODEL =
      Model.of(
          "ToggleButtonsModel", "@jupyter-widgets/controls", "2.0.0",
          "ToggleButtonsView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("_options_labels", Kind.TEXTS, List.of()),
          Field.of("button_style", Kind.TEXT, "").orNull()
              .oneOf("primary", "success", "info", "warning", "danger", ""),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("icons", Kind.TEXTS, List.of()),
          Field.of("index", Kind.INT, null).orNull(),
          Field.own("layout", Layout::new),
          Field.own("style", ToggleButtonsStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("tooltips", Kind.TEXTS, List.of()));

  /** One that the front end does not know yet. */
  public ToggleButtons() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public ToggleButtons domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public ToggleButtons domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * The labels for the options. At first empty.
   */
  public List<String> options() {
    return get("_options_labels");
  }

  /** Sets what {@link #options()} returns. */
  public ToggleButtons options(List<String> options) {
    set("_options_labels", List.copyOf(options));
    return this;
  }

  /** Sets what {@link #options()} returns. */
  public ToggleButtons options(String... options) {
    return options(List.of(options));
  }

  /**
   * Use a predefined styling for the buttons. One of "primary", "success", "info",
   * "warning", "danger", the empty text. At first empty.
   */
  public Optional<String> buttonStyle() {
    return find("button_style");
  }

  /** Sets what {@link #buttonStyle()} returns; null unsets it. */
  public ToggleButtons buttonStyle(String buttonStyle) {
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
  public ToggleButtons description(String description) {
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
  public ToggleButtons descriptionAllowHtml(boolean descriptionAllowHtml) {
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
  public ToggleButtons disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Icons names for each button (FontAwesome names without the fa- prefix). At first empty.
   */
  public List<String> icons() {
    return get("icons");
  }

  /** Sets what {@link #icons()} returns. */
  public ToggleButtons icons(List<String> icons) {
    set("icons", List.copyOf(icons));
    return this;
  }

  /** Sets what {@link #icons()} returns. */
  public ToggleButtons icons(String... icons) {
    return icons(List.of(icons));
  }

  /**
   * Selected index. At first unset.
   */
  public Optional<Integer> index() {
    return find("index");
  }

  /** Sets what {@link #index()} returns; null unsets it. */
  public ToggleButtons index(Integer index) {
    set("index", index);
    return this;
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public ToggleButtons layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * Style.
   */
  public ToggleButtonsStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public ToggleButtons style(ToggleButtonsStyle style) {
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
  public ToggleButtons tabbable(Boolean tabbable) {
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
  public ToggleButtons tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * Tooltips for each button. At first empty.
   */
  public List<String> tooltips() {
    return get("tooltips");
  }

  /** Sets what {@link #tooltips()} returns. */
  public ToggleButtons tooltips(List<String> tooltips) {
    set("tooltips", List.copyOf(tooltips));
    return this;
  }

  /** Sets what {@link #tooltips()} returns. */
  public ToggleButtons tooltips(String... tooltips) {
    return tooltips(List.of(tooltips));
  }

  /** Chooses {@code label}, which must be one of the options. */
  public ToggleButtons value(String label) {
    choose(label);
    return this;
  }

  /** Calls {@code handler} with every label that is chosen from now on. */
  public ToggleButtons onChange(Consumer<String> handler) {
    observe("index", change -> label(change.now()).ifPresent(handler));
    return this;
  }
}
