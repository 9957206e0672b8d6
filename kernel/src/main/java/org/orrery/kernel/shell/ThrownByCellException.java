package org.orrery.kernel.shell;

/** Ends the evaluation of a cell whose code threw; the cause is what it threw. */
final class ThrownByCellException extends Exception {

  private static final long serialVersionUID = 1L;

  ThrownByCellException(Throwable thrown) {
    super(thrown);
  }
}
