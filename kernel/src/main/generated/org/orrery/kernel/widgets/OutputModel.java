// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Optional;

/** What the schema says of {@link Output}. */
public abstract sealed class OutputModel extends DomWidget
    permits Output {

  static final Model MODEL =
      Model.of(
          "OutputModel", "@jupyter-widgets/output", "1.0.0",
          "OutputView", "@jupyter-widgets/output", "1.0.0",
          Field.of("_dom_classes", Kind.TEXTS, List.of()),
          Field.own("layout", Layout::new),
          Field.of("msg_id", Kind.TEXT, ""),
          Field.of("outputs", Kind.ANYS, List.of()),
          Field.of("tabbable", Kind.BOOL, null).orNull(),
          Field.of("tooltip", Kind.TEXT, null).orNull());

  OutputModel() {
    super(MODEL);
  }

  /**
   * CSS classes applied to widget DOM element. At first empty.
   */
  public List<String> domClasses() {
    return get("_dom_classes");
  }

  /** Sets what {@link #domClasses()} returns. */
  public Output domClasses(List<String> domClasses) {
    set("_dom_classes", List.copyOf(domClasses));
    return (Output) this;
  }

  /** Sets what {@link #domClasses()} returns. */
  public Output domClasses(String... domClasses) {
    return domClasses(List.of(domClasses));
  }

  /**
   * Layout.
   */
  public Layout layout() {
    return get("layout");
  }

  /** Sets what {@link #layout()} returns. */
  public Output layout(Layout layout) {
    set("layout", layout);
    return (Output) this;
  }

  /**
   * Parent message id of messages to capture. At first empty.
   */
  public String msgId() {
    return get("msg_id");
  }

  /** Sets what {@link #msgId()} returns. */
  public Output msgId(String msgId) {
    set("msg_id", msgId);
    return (Output) this;
  }

  /**
   * The output messages synced from the frontend. At first empty.
   */
  public List<Object> outputs() {
    return get("outputs");
  }

  /** Sets what {@link #outputs()} returns. */
  public Output outputs(List<Object> outputs) {
    set("outputs", List.copyOf(outputs));
    return (Output) this;
  }

  /**
   * Is widget tabbable?. At first unset.
   */
  public Optional<Boolean> tabbable() {
    return find("tabbable");
  }

  /** Sets what {@link #tabbable()} returns; null unsets it. */
  public Output tabbable(Boolean tabbable) {
    set("tabbable", tabbable);
    return (Output) this;
  }

  /**
   * A tooltip caption. At first unset.
   */
  public Optional<String> tooltip() {
    return find("tooltip");
  }

  /** Sets what {@link #tooltip()} returns; null unsets it. */
  public Output tooltip(String tooltip) {
    set("tooltip", tooltip);
    return (Output) this;
  }
}
