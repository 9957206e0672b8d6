package org.orrery.kernel.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.orrery.kernel.shell.Cell;
import org.orrery.kernel.shell.CodeAssistance;
import org.orrery.kernel.shell.CodeShell;
import org.orrery.kernel.shell.Outcome;

/** The shell, which starts in the background while front ends connect already. */
final class Cells {

  private final CompletableFuture<CodeShell> shell = new CompletableFuture<>();

  Cells() {
    var starting = new Thread(this::start, "shell-start");
    starting.setDaemon(true);
    starting.start();
  }

  private void start() {
    try {
      shell.complete(CodeShell.start());
    } catch (RuntimeException | Error e) {
      shell.completeExceptionally(e);
    }
  }

  /** Waits until the shell has started. */
  void awaitStart() {
    shell();
  }

  /** Makes the shell quick, while no cell runs. */
  void warmUp() {
    shell().warmUp();
  }

  /** Evaluates {@code cell} on the calling thread, beside those of other threads. */
  Outcome evaluate(Cell cell) {
    return shell().evaluate(cell);
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
