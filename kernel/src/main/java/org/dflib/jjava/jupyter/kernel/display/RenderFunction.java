package org.dflib.jjava.jupyter.kernel.display;

/** Renders values of a type. */
@FunctionalInterface
public interface RenderFunction<T>
    extends io.github.spencerpark.jupyter.kernel.display.RenderFunction<T> {

  /** Puts the forms of {@code value} that are asked for into the context. */
  void render(T value, RenderContext context);

  @Override
  default void render(T value, io.github.spencerpark.jupyter.kernel.display.RenderContext context) {
    render(value, (RenderContext) context);
  }
}
