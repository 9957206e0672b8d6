package org.orrery.kernel.session;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The executions that run now; after an interrupt, those that do not stop are told of. */
final class Running {

  private static final int PATIENCE_SECONDS = 3;
  private static final byte[] NOTICE =
      """
      This cell has not stopped within %d s of the interrupt: it is in code that an interrupt does
      not reach, such as native code or a loop in a library. Wait for it, or restart the kernel.
      """
          .formatted(PATIENCE_SECONDS)
          .getBytes(StandardCharsets.UTF_8);

  private final IoPub iopub;
  private final Set<Execution> running = ConcurrentHashMap.newKeySet();
  private final Set<Execution> interrupted = ConcurrentHashMap.newKeySet();

  Running(IoPub iopub) {
    this.iopub = iopub;
  }

  void began(Execution execution) {
    running.add(execution);
  }

  void ended(Execution execution) {
    running.remove(execution);
    interrupted.remove(execution);
    execution.end();
  }

  /** Watches whether those that run now stop, as they were asked to. */
  void interrupted() {
    for (var execution : running) {
      if (interrupted.add(execution)) {
        var watch = new Thread(() -> watch(execution), "interrupt-watch");
        watch.setDaemon(true);
        watch.start();
      }
    }
  }

  private void watch(Execution execution) {
    try {
      if (!execution.awaitEnd(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        iopub.print("stderr", execution.header(), NOTICE, 0, NOTICE.length);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("the kernel's own threads are never interrupted", e);
    }
  }
}
