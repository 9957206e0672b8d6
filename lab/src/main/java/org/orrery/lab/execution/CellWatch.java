package org.orrery.lab.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.orrery.lab.client.KernelDiedException;
import org.orrery.lab.client.KernelProcess;
import org.orrery.lab.client.Pulse;

/** Watches one running cell: its process, its time, and the user's wish to stop. */
final class CellWatch implements Pulse {

  /** An interrupted cell gets this long to come to rest before its kernel is given up. */
  private static final Duration GRACE = Duration.ofSeconds(8);

  private final long began = System.nanoTime();
  private final KernelProcess process;
  private final AtomicBoolean stop;
  private final Optional<Duration> timeout;
  private final Consumer<Duration> running;
  private Optional<String> stopReason = Optional.empty();
  private long interruptedAt;

  CellWatch(
      KernelProcess process,
      AtomicBoolean stop,
      Optional<Duration> timeout,
      Consumer<Duration> running) {
    this.process = process;
    this.stop = stop;
    this.timeout = timeout;
    this.running = running;
  }

  @Override
  public Verdict beat() throws KernelDiedException {
    running.accept(elapsed());
    if (!process.isAlive()) {
      throw process.died("while this cell ran");
    }
    if (stopReason.isPresent()) {
      if (System.nanoTime() - interruptedAt > GRACE.toNanos()) {
        throw process.deaf(stopReason.get(), GRACE);
      }
      return Verdict.GO_ON;
    }
    if (stop.get()) {
      return interrupt("interrupted by the user");
    }
    if (timeout.isPresent() && elapsed().compareTo(timeout.get()) > 0) {
      return interrupt(
          "the cell ran longer than the %s s of --timeout and was interrupted"
              .formatted(seconds(timeout.get())));
    }
    return Verdict.GO_ON;
  }

  private Verdict interrupt(String reason) {
    stopReason = Optional.of(reason);
    interruptedAt = System.nanoTime();
    return Verdict.INTERRUPT;
  }

  /** Why the cell was interrupted, if it was. */
  Optional<String> stopReason() {
    return stopReason;
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static String seconds(Duration duration) {
    var millis = duration.toMillis();
    return millis % 1000 == 0 ? String.valueOf(millis / 1000) : String.valueOf(millis / 1000.0);
  }
}
