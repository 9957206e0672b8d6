package org.orrery.lab.client;

/** The kernel's process ended, or never answered, while something was still expected of it. */
public final class KernelDiedException extends Exception {

  private static final long serialVersionUID = 1L;

  public KernelDiedException(String message) {
    super(message);
  }
}
