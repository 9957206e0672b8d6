package org.dflib.jjava.jupyter.kernel.display;

/** A value that renders itself. */
@FunctionalInterface
public interface DisplayDataRenderable
    extends io.github.spencerpark.jupyter.kernel.display.DisplayDataRenderable {

  /** Puts the forms asked for into the context. */
  void render(RenderContext context);

  @Override
  default void render(io.github.spencerpark.jupyter.kernel.display.RenderContext context) {
    render((RenderContext) context);
  }
}
