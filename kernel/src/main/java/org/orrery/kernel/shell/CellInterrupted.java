package org.orrery.kernel.shell;

/**
 * Thrown inside a cell that was interrupted. An error, so that a cell's {@code catch (Exception e)}
 * lets it pass.
 */
final class CellInterrupted extends Error {

  private static final long serialVersionUID = 1L;

  CellInterrupted() {
    super("interrupted");
  }
}
