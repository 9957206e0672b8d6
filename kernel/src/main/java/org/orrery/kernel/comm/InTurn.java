package org.orrery.kernel.comm;

import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Runs work one piece at a time, in the order it was added, on the threads that bring it. A thread
 * that comes while another one works leaves its piece to that one instead of waiting, so that two
 * lines of work which start one another never block.
 *
 * <pre>{@code
 * var turns = new InTurn();
 * turns.add(() -> System.out.println("first"));   // may be called with locks held: nothing runs yet
 * turns.run();                                    // without
 * }</pre>
 *
 * <p>An exception of a piece is printed to {@code System.err} and the next piece runs; an error
 * ends {@link #run} and leaves the rest to the next caller.
 */
public final class InTurn {

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /** Puts {@code work} behind what is waiting already. */
  public synchronized void add(Runnable work) {
    waiting.add(work);
  }

  /** Runs what is waiting, unless another thread, or a caller further up, does so already. */
  public void run() {
    if (!begin()) {
      return;
    }
    var ended = false;
    try {
      for (var next = next(); next.isPresent(); next = next()) {
        runOne(next.get());
      }
      ended = true;
    } finally {
      if (!ended) {
        release();
      }
    }
  }

  private static void runOne(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      HandlerFailures.print(e);
    }
  }

  private synchronized boolean begin() {
    var free = !running;
    running = true;
    return free;
  }

  /** The next piece; when there is none, others may begin from then on. */
  private synchronized Optional<Runnable> next() {
    running = !waiting.isEmpty();
    return Optional.ofNullable(waiting.poll());
  }

  private synchronized void release() {
    running = false;
  }
}
