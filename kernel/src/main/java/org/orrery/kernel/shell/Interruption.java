package org.orrery.kernel.shell;

import java.util.concurrent.Callable;

/**
 * The stopping of one running cell. Only the cell's own code is interrupted, never the compiler
 * before it, whose files a stray interrupt would close.
 */
final class Interruption {

  private final Thread thread = Thread.currentThread();
  private final Cell cell;
  private int inUserCode;
  private boolean asked;
  private boolean ended;

  private Interruption(Cell cell) {
    this.cell = cell;
  }

  /** For {@code starting}, run by the calling thread from here on. */
  static Interruption enter(Cell starting) {
    StopCheck.enter(starting);
    return new Interruption(starting);
  }

  /** From here on there is nothing to interrupt. Returns whether the cell was interrupted. */
  synchronized boolean leave() {
    StopCheck.leave(cell);
    ended = true;
    return asked;
  }

  /** Stops the cell, unless it has ended. */
  synchronized void interrupt() {
    if (ended) {
      return;
    }
    asked = true;
    interruptUserCode(); // first, so that who catches what StopCheck throws can see why
    StopCheck.stop(cell);
    interruptUserCode(); // again, for code that shrugged off the first and sleeps on
  }

  private void interruptUserCode() {
    if (inUserCode > 0) {
      thread.interrupt();
    }
  }

  /** Whether the running cell is to stop. */
  synchronized boolean asked() {
    return asked;
  }

  /** Runs code of the cell's author, which an interrupt may hit. */
  <T> T userCode(Callable<T> code) throws Exception {
    begin();
    try {
      return code.call();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (asked) {
      throw new CellInterrupted();
    }
    inUserCode++;
  }

  private synchronized void end() {
    if (--inUserCode == 0) {
      Thread.interrupted(); // meant for the code that has ended
    }
  }
}
