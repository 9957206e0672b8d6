package org.orrery.kernel.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.orrery.kernel.shell.Cell;
import org.orrery.kernel.shell.CodeAssistance;
import org.orrery.kernel.shell.CodeShell;
import org.orrery.kernel.shell.Outcome;

/** The shell, which starts in the background while front ends connect already. */
final class Cells {

  private final CompletableFuture<CodeShell> shell;
  private volatile boolean waitedFor;
  private volatile long lastUse = System.nanoTime();

  private Cells(CompletableFuture<CodeShell> shell) {
    this.shell = shell;
  }

  /** Those of a shell that starts now. */
  static Cells starting() {
    var cells = new Cells(new CompletableFuture<>());
    var starting = new Thread(cells::start, "shell-start");
    starting.setDaemon(true);
    starting.start();
    return cells;
  }

  private void start() {
    try {
      var started = CodeShell.start();
      if (!waitedFor) { // else the cell that waits wakes it
        started.wake();
      }
      shell.complete(started);
    } catch (RuntimeException | Error e) {
      shell.completeExceptionally(e);
    }
  }

  /** Cells that know nothing of these, compiled by the same compiler. */
  Cells apart() {
    return new Cells(CompletableFuture.completedFuture(shell().apart()));
  }

  /** Waits until the shell has started. */
  void awaitStart() {
    shell();
  }

  /** Evaluates {@code cell} on the calling thread, beside those of other threads. */
  Outcome evaluate(Cell cell) {
    waitedFor = true;
    try {
      return shell().evaluate(cell);
    } finally {
      used();
    }
  }

  /** Counts as a use of the shell, as a cell does. */
  void used() {
    lastUse = System.nanoTime();
  }

  /** For how long the shell has not been used; 0 while a cell runs. */
  long quietMillis() {
    return shell().isRunning() ? 0 : (System.nanoTime() - lastUse) / 1_000_000;
  }

  /** Help with writing code, also while a cell runs. */
  CodeAssistance assistance() {
    return shell().assistance();
  }

  /** Stops the running cells, if there are any. */
  void interrupt() {
    if (shell.isDone()) {
      shell().interrupt();
    }
  }

  /** Lets go of everything that the cells declared. */
  void reset() {
    shell().reset();
  }

  /** Waits, but is not interrupted: that is for cells. */
  private CodeShell shell() {
    try {
      return shell.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    }
  }
}
