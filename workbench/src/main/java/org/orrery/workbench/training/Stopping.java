package org.orrery.workbench.training;

import java.nio.channels.ClosedByInterruptException;
import java.util.Optional;

/**
 * What an interrupt does to a run. It may be seen between two steps, or end a wait, a file or a
 * user's own code in the middle of one: in a notebook, an interrupted cell's code throws an error
 * wherever it is called from, an objective or a listener too. All of these end a run, none fails
 * it.
 */
final class Stopping {
  private Stopping() {}

  /** Something that may be cut short. */
  @FunctionalInterface
  interface Work<T> {
    /** What it comes to, never null. */
    T run() throws InterruptedException;
  }

  /**
   * What the work comes to; empty if an interrupt cut it short. The thread is not interrupted then.
   */
  static <T> Optional<T> unlessStopped(Work<T> work) {
    try {
      return Optional.of(work.run());
    } catch (InterruptedException e) {
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      if (!causes(e)) {
        throw e;
      }
      Thread.interrupted();
      return Optional.empty();
    }
  }

  /**
   * Does all of the work, once more if an interrupt cut it short; the thread is then interrupted
   * after it.
   */
  static void afterwards(Runnable work) {
    boolean asked = Thread.interrupted();
    try {
      work.run();
    } catch (RuntimeException e) {
      if (!causes(e)) {
        throw e;
      }
      asked = true;
      Thread.interrupted();
      work.run();
    } finally {
      if (asked) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static boolean causes(Throwable thrown) {
    boolean failure = thrown instanceof VirtualMachineError || thrown instanceof AssertionError;
    if (thrown instanceof Error && !failure && Thread.currentThread().isInterrupted()) {
      return true;
    }
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }
}
