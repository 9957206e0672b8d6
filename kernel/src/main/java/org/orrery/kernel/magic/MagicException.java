package org.orrery.kernel.magic;

/** Says why a magic could not do its work: what was expected, what came, and what to do. */
public final class MagicException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MagicException(String message) {
    super(message);
  }

  public MagicException(String message, Throwable cause) {
    super(message, cause);
  }
}
