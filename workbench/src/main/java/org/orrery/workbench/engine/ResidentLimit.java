package org.orrery.workbench.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the process near a limit of resident memory: arrays outside the heap are freed when their
 * owners are collected, and an idle heap sees no need to collect. JavaCPP can do so too, but looks
 * at every single allocation, which makes small operations several times slower.
 *
 * <p>The limit is two and a half times the largest heap. Only Linux tells how much is resident;
 * elsewhere nothing is watched.
 */
final class ResidentLimit {
  private static final Path STATE = Path.of("/proc/self/statm");
  private static final long PAGE = 4096;
  private static final long MILLISECONDS = 100;
  private static final AtomicBoolean WATCHED = new AtomicBoolean();

  private final long limit;
  private final Runnable collection;
  private long patience;

  ResidentLimit(long limit, Runnable collection) {
    this.limit = limit;
    this.collection = collection;
    this.patience = limit;
  }

  /** Begins to watch this process, unless it is watched already. */
  static void watch() {
    if (Files.isReadable(STATE) && WATCHED.compareAndSet(false, true)) {
      ResidentLimit limit = new ResidentLimit(5 * Runtime.getRuntime().maxMemory() / 2, System::gc);
      Thread thread = new Thread(limit::watchForever, "orrery-resident-limit");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void watchForever() {
    try {
      while (true) {
        Thread.sleep(MILLISECONDS);
        check(resident());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      System.getLogger("orrery")
          .log(System.Logger.Level.WARNING, "resident memory is watched no more: " + e);
    }
  }

  /**
   * Collects above the limit. What stays above it is in use: then only a tenth more is a reason to
   * look again.
   */
  void check(long resident) {
    if (resident > patience) {
      collection.run();
      patience = Math.max(limit, resident + resident / 10);
    } else if (resident < limit) {
      patience = limit;
    }
  }

  private static long resident() throws IOException {
    return PAGE * Long.parseLong(Files.readString(STATE).split(" ")[1]);
  }
}
