package org.orrery.workbench.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes the next batches on a thread of its own while the engine works. What a batch holds depends
 * on its step alone, so it does not matter when it is made.
 */
final class Feed implements AutoCloseable {
  private static final int AHEAD = 2;

  private final Batches batches;
  private final int end;
  private final Deque<Future<Batch>> waiting = new ArrayDeque<>();
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "fine-tune-data");
            thread.setDaemon(true);
            return thread;
          });
  private int next;
  private long waited;

  /** Batches of the steps from {@code next} on, before {@code end}. */
  Feed(Batches batches, int next, int end) {
    this.batches = batches;
    this.next = next;
    this.end = end;
    ask();
  }

  private void ask() {
    while (next < end && waiting.size() < AHEAD) {
      int step = next++;
      waiting.add(maker.submit(() -> batches.of(step)));
    }
  }

  /** The batch of the next step; waits for it if it is not there yet. */
  Batch take() throws InterruptedException {
    long start = System.nanoTime();
    try {
      return waiting.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException reason) {
        throw reason;
      }
      if (e.getCause() instanceof Error reason) {
        throw reason;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      waited += System.nanoTime() - start;
      ask();
    }
  }

  /** Seconds that steps waited for their batches. */
  double waited() {
    return waited / 1e9;
  }

  @Override
  public void close() {
    maker.shutdownNow();
  }
}
