package org.orrery.kernel.protocol;

/**
 * Frames that are no valid message: wrongly signed, cut short, or not the protocol's JSON. The
 * message says which.
 */
public final class RefusedMessageException extends Exception {

  private static final long serialVersionUID = 1L;

  RefusedMessageException(String reason) {
    super(reason);
  }

  RefusedMessageException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
