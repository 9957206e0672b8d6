package org.orrery.kernel.magic.maven;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is being downloaded and has been, told by the resolver's threads. */
public final class Transfers {

  private final Map<String, Long> running = new LinkedHashMap<>();
  private int files;
  private long bytes;
  private boolean cancelled;

  /** {@code name} has come as far as {@code received} bytes. */
  public synchronized void at(String name, long received) {
    running.put(name, received);
  }

  /** {@code name} is here. */
  public synchronized void done(String name, long received) {
    running.remove(name);
    files++;
    bytes += received;
  }

  /** {@code name} will not come. */
  public synchronized void failed(String name) {
    running.remove(name);
  }

  /** Asks the resolver to stop. */
  synchronized void cancel() {
    cancelled = true;
  }

  /** Whether the resolver is to stop. */
  public synchronized boolean cancelled() {
    return cancelled;
  }

  /** How many files have come. */
  synchronized int files() {
    return files;
  }

  /** All of it in one line; empty while nothing had to be downloaded. */
  synchronized String line() {
    if (files == 0 && running.isEmpty()) {
      return "";
    }
    var all = bytes + running.values().stream().mapToLong(Long::longValue).sum();
    var line = "%d file%s downloaded, %s".formatted(files, files == 1 ? "" : "s", megabytes(all));
    return running.isEmpty() ? line : line + "; now " + String.join(", ", running.keySet());
  }

  static String megabytes(long bytes) {
    return bytes < 100_000
        ? "%.0f kB".formatted(Math.ceil(bytes / 1e3))
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
