package org.orrery.workbench.physics;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Says what is being done, and stops between two native calls when the thread is interrupted. */
final class Progress {
  private final Consumer<String> listener;
  private final long start = System.nanoTime();

  Progress(Consumer<String> listener) {
    this.listener = listener;
  }

  static Progress silent() {
    return new Progress(line -> {});
  }

  void step(String what) {
    check();
    listener.accept("%4.0f s  %s".formatted((System.nanoTime() - start) / 1e9, what));
  }

  void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the exam was interrupted; what was measured so far is lost");
    }
  }
}
