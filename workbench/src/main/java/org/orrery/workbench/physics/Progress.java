package org.orrery.workbench.physics;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Says what is being done, and stops between two native calls when the thread is interrupted. */
final class Progress {
  private final Consumer<String> listener;
  private final String section;
  private final long start;

  Progress(Consumer<String> listener) {
    this(listener, "", System.nanoTime());
  }

  private Progress(Consumer<String> listener, String section, long start) {
    this.listener = listener;
    this.section = section;
    this.start = start;
  }

  static Progress silent() {
    return new Progress(line -> {});
  }

  /** The same clock; each line begins with the section's name. */
  Progress in(String name) {
    return new Progress(listener, name + ": ", start);
  }

  void step(String what) {
    check();
    listener.accept("%4.0f s  %s%s".formatted((System.nanoTime() - start) / 1e9, section, what));
  }

  void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the exam was interrupted; what was measured so far is lost");
    }
  }
}
