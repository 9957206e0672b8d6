package org.orrery.kernel.session;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.orrery.kernel.protocol.Header;

/**
 * Which execution a thread's output belongs to: that of the cell that started the thread, even
 * after the cell ended. The common pool's threads, which outlive every cell that uses them, and
 * threads that no cell started belong to the latest cell.
 */
final class CellContext {

  private final InheritableThreadLocal<Execution> own = new InheritableThreadLocal<>();
  private volatile Execution latest;

  /**
   * From here on the output of this thread, and of those it starts, belongs to {@code execution}.
   */
  void enter(Execution execution) {
    own.set(execution);
    latest = execution;
  }

  /** The output of this thread belongs to {@code execution} while {@code work} runs. */
  void during(Execution execution, Runnable work) {
    var before = own.get();
    own.set(execution);
    try {
      work.run();
    } finally {
      own.set(before);
    }
  }

  Optional<Execution> current() {
    var execution = isOfCommonPool(Thread.currentThread()) ? null : own.get();
    return execution != null ? Optional.of(execution) : latest();
  }

  /** The request of {@link #current}, which output names as its parent. */
  Optional<Header> parent() {
    return current().map(Execution::header);
  }

  /** The execution that began last. */
  Optional<Execution> latest() {
    return Optional.ofNullable(latest);
  }

  private static boolean isOfCommonPool(Thread thread) {
    return thread instanceof ForkJoinWorkerThread worker
        && worker.getPool() == ForkJoinPool.commonPool();
  }
}
