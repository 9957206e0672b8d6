package org.orrery.workbench.training;

/** A step needed more memory than the device has; the weights before it are kept. */
public final class DeviceMemoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DeviceMemoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
