package org.orrery.kernel.session;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.orrery.kernel.shell.CodeShell;

/**
 * The thread that evaluates cells, and the shell on it. It holds no socket: an interrupt that a
 * cell's author sends it by hand, at any time, breaks nothing of the kernel's.
 */
final class Cells {

  private static final long STACK_BYTES = 8L << 20;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            var cell = new Thread(null, task, "cell", STACK_BYTES);
            cell.setDaemon(true);
            return cell;
          });
  private final Future<CodeShell> shell;

  /** Starts the shell in the background. */
  Cells() {
    shell = thread.submit(CodeShell::start);
  }

  /** Waits until the shell has started. */
  void awaitStart() {
    get(shell);
  }

  /** What {@code work} makes of the shell, on the cells' thread. */
  <T> T with(Function<CodeShell, T> work) {
    Callable<T> onThread = () -> work.apply(shell.get());
    return get(thread.submit(onThread));
  }

  /** Stops the running cell, if there is one. */
  void interrupt() {
    if (shell.isDone()) {
      get(shell).interrupt();
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new IllegalStateException("the kernel's own threads are never interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    }
  }
}
