// Made by WidgetSources from @jupyter-widgets/schema 0.5.6 (Copyright 2015 Project Jupyter
// Contributors, BSD-3-Clause). Do not edit: edits are lost, and a test refuses them.
package org.orrery.kernel.widgets;

import java.util.List;

/** The model {@code DirectionalLinkModel} of {@code @jupyter-widgets/controls} 2.0.0. */
public final class DirectionalLink extends Widget {

  static final Model MODEL =
      Model.of(
          "DirectionalLinkModel", "@jupyter-widgets/controls", "2.0.0",
          null, "@jupyter-widgets/controls", "2.0.0",
          Field.of("source", Kind.ANYS, List.of()),
          Field.of("target", Kind.ANYS, List.of()));

  /** One that the front end does not know yet. */
  public DirectionalLink() {
    super(MODEL);
  }

  /**
   * The source (widget, 'trait_name') pair. At first empty.
   */
  public List<Object> source() {
    return get("source");
  }

  /** Sets what {@link #source()} returns. */
  public DirectionalLink source(List<Object> source) {
    set("source", List.copyOf(source));
    return this;
  }

  /**
   * The target (widget, 'trait_name') pair. At first empty.
   */
  public List<Object> target() {
    return get("target");
  }

  /** Sets what {@link #target()} returns. */
  public DirectionalLink target(List<Object> target) {
    set("target", List.copyOf(target));
    return this;
  }
}
