package org.orrery.workbench.clips;

/** A clip cannot be read; the message names the file, the place in it and what to do. */
public final class ClipReadException extends RuntimeException {

  ClipReadException(String message) {
    super(message);
  }

  ClipReadException(String message, Throwable cause) {
    super(message, cause);
  }
}
