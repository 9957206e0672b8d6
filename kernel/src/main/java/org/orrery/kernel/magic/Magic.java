package org.orrery.kernel.magic;

/**
 * What a magic does. Registered under its names in {@link Magics}, by a {@link MagicSet} or by a
 * cell.
 *
 * <pre>{@code
 * magics.line("greet", "%greet NAME", "greets", (call, workspace) -> "hello " + call.raw());
 * }</pre>
 */
@FunctionalInterface
public interface Magic {

  /**
   * Does it.
   *
   * @return a value to show as the cell's result, {@link Quiet} for one that is only there to be
   *     assigned, or null for none
   * @throws MagicException when it is used wrongly or cannot be done, in words for the cell's
   *     author
   * @throws InterruptedException when the cell is interrupted meanwhile
   * @throws Exception what code of the cell throws
   */
  Object run(MagicCall call, Workspace workspace) throws Exception;

  /** A value that {@code var x = %magic} assigns, and that is not shown otherwise. */
  record Quiet(Object value) {}
}
