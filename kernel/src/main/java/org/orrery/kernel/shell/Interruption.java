package org.orrery.kernel.shell;

import java.util.concurrent.Callable;

/**
 * Stops the running cell. Only a cell's own code is interrupted, never JShell or the compiler in
 * between, whose files a stray interrupt would close.
 */
final class Interruption {

  private Thread thread;
  private Cell cell;
  private boolean inUserCode;
  private boolean asked;

  /** From here on {@link #interrupt} means {@code starting}, run by the calling thread. */
  synchronized void enter(Cell starting) {
    thread = Thread.currentThread();
    cell = starting;
    asked = false;
    StopCheck.enter(starting);
  }

  /** From here on there is nothing to interrupt. Returns whether the cell was interrupted. */
  synchronized boolean leave() {
    StopCheck.leave();
    cell = null;
    return asked;
  }

  /** Stops the running cell, if there is one. */
  synchronized void interrupt() {
    if (cell == null) {
      return;
    }
    asked = true;
    StopCheck.stop(cell);
    if (inUserCode) {
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
    inUserCode = true;
  }

  private synchronized void end() {
    inUserCode = false;
    Thread.interrupted(); // meant for the code that has ended
  }
}
