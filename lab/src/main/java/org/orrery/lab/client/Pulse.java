package org.orrery.lab.client;

/** Asked several times a second while the client waits for the kernel. */
@FunctionalInterface
public interface Pulse {

  /** What the wait should do next. */
  enum Verdict {
    GO_ON,
    /** Ask the kernel to interrupt the cell, and go on waiting. */
    INTERRUPT
  }

  /**
   * Decides whether to go on.
   *
   * @throws KernelDiedException to end the wait because no answer can come
   */
  Verdict beat() throws KernelDiedException;
}
