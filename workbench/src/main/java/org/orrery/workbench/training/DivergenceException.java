package org.orrery.workbench.training;

/** Training met a loss or gradient that is not a finite number; the weights before it are kept. */
public final class DivergenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergenceException(String message) {
    super(message);
  }
}
