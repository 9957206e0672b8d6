// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The model {@code FileUploadModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class FileUpload extends DomWidget implements Control<List<Object>> {

  static final Model MODEL =
      Model.of(
          "FileUploadModel", "@jupyter-widgets/controls", "2.0.0",
          "FileUploadView", "@jupyter-widgets/controls", "2.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.of("accept", Kind.TEXT, ""),
          Field.of("button_style", Kind.TEXT, "")
              .oneOf("primary", "success", "info", "warning", "danger", ""),
          Field.of("description", Kind.TEXT, ""),
          Field.of("description_allow_html", Kind.BOOL, false),
          Field.of("disabled", Kind.BOOL, false),
          Field.of("error", Kind.TEXT, ""),
          Field.of("icon", Kind.TEXT, "upload"),
          Field.own("layout", Layout::new),
          Field.of("multiple", Kind.BOOL, false),
          Field.own("style", ButtonStyle::new),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull(),
          Field.of("value", Kind.ANYS, List.of()));

  /** One that the front end does not know yet. */
  public FileUpload() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public FileUpload domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public FileUpload domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * File types to accept, empty string for all. At first empty.
   */
  public String accept() {
    return get("accept");
  }

  /** Sets what {@link #accept()} returns. */
  public FileUpload accept(String accept) {
    set("accept", accept);
    return this;
  }

  /**
   * Use a predefined styling for the button. One of "primary", "success", "info", "warning",
   * "danger", the empty text. At first empty.
   */
  public String buttonStyle() {
    return get("button_style");
  }

  /** Sets what {@link #buttonStyle()} returns. */
  public FileUpload buttonStyle(String buttonStyle) {
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
  public FileUpload description(String description) {
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
  public FileUpload descriptionAllowHtml(boolean descriptionAllowHtml) {
    set("description_allow_html", descriptionAllowHtml);
    return this;
  }

  /**
   * Enable or disable button. At first false.
   */
  public boolean disabled() {
    return get("disabled");
  }

  /** Sets what {@link #disabled()} returns. */
  public FileUpload disabled(boolean disabled) {
    set("disabled", disabled);
    return this;
  }

  /**
   * Error message. At first empty.
   */
  public String error() {
    return get("error");
  }

  /** Sets what {@link #error()} returns. */
  public FileUpload error(String error) {
    set("error", error);
    return this;
  }

  /**
   * Font-awesome icon name, without the 'fa-' prefix. At first "upload".
   */
  public String icon() {
    return get("icon");
  }

  /** Sets what {@link #icon()} returns. */
  public FileUpload icon(String icon) {
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
  public FileUpload layout(Layout layout) {
    set("layout", layout);
    return this;
  }

  /**
   * If True, allow for multiple files upload. At first false.
   */
  public boolean multiple() {
    return get("multiple");
  }

  /** Sets what {@link #multiple()} returns. */
  public FileUpload multiple(boolean multiple) {
    set("multiple", multiple);
    return this;
  }

  /**
   * Style.
   */
  public ButtonStyle style() {
    return get("style");
  }

  /** Sets what {@link #style()} returns. */
  public FileUpload style(ButtonStyle style) {
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
  public FileUpload tabbable(Boolean tabbable) {
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
  public FileUpload tooltip(String tooltip) {
    set("tooltip", tooltip);
    return this;
  }

  /**
   * The file upload value. At first empty.
   */
  public List<Object> value() {
    return get("value");
  }

  /** Sets what {@link #value()} returns. */
  public FileUpload value(List<Object> value) {
    set("value", List.copyOf(value));
    return this;
  }

  @Override
  public List<Object> current() {
    return value();
  }

  @Override
  public String holder() {
    return "value";
  }

  /** Calls {@code handler} with every value that is set from now on, by either side. */
  public FileUpload onChange(Consumer<List<Object>> handler) {
    observe("value", change -> handler.accept(as(change.now())));
    return this;
  }
}
