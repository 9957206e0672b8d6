package org.orrery.workbench.checkpoints;

/** A pickle that is damaged, or that holds what is never read. */
final class PickleException extends Exception {
  private static final long serialVersionUID = 1L;

  PickleException(String message) {
    super(message);
  }
}
