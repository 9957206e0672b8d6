package io.github.spencerpark.jupyter.kernel.display;

/** Renders values of a type. */
@FunctionalInterface
public interface RenderFunction<T> {

  /** Puts the forms of {@code value} that are asked for into the context. */
  void render(T value, RenderContext context);
}
