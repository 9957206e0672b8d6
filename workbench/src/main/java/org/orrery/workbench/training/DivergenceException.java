package org.orrery.workbench.training;

/**
 * Training met a loss or gradient that is not a finite number, or a loss that grew out of all
 * bounds.
 */
public final class DivergenceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean weightsAreGood;

  DivergenceException(String message, boolean weightsAreGood) {
    super(message);
    this.weightsAreGood = weightsAreGood;
  }

  /** Whether the weights of the step before are worth keeping. */
  boolean weightsAreGood() {
    return weightsAreGood;
  }
}
