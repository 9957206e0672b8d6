package org.orrery.workbench.checkpoints;

/**
 * A checkpoint that cannot be read; the message names the file, what was expected and what came.
 */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckpointException(String message) {
    super(message);
  }

  CheckpointException(String message, Throwable cause) {
    super(message, cause);
  }
}
