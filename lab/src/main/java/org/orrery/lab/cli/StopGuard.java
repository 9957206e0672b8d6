package org.orrery.lab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.orrery.lab.execution.NotebookRun;

/**
 * Turns Ctrl-C (and a terminate signal) into an orderly end: the run is told to stop, and the JVM
 * waits until its partial output is written and its kernel has ended.
 */
final class StopGuard {

  private static final int LONGEST_WAIT_SECONDS = 25;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;

  private StopGuard(NotebookRun run) {
    hook =
        new Thread(
            () -> {
              run.stop();
              await();
            },
            "orrery-stop");
  }

  static StopGuard over(NotebookRun run) {
    var guard = new StopGuard(run);
    Runtime.getRuntime().addShutdownHook(guard.hook);
    return guard;
  }

  private void await() {
    try {
      written.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The output is written: the JVM may end. */
  void release() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already ending: the hook is what we just released.
      return;
    }
  }
}
