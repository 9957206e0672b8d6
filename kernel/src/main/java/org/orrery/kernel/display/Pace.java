package org.orrery.kernel.display;

/**
 * How fast steps come: an average in which what is long past counts little, so that a slow start is
 * forgotten.
 */
final class Pace {

  private static final double MEMORY_SECONDS = 10;

  private long latestCount;
  private double latestSeconds;
  private double steps;
  private double seconds;

  /** At {@code now} seconds {@code count} steps were done. */
  void observe(long count, double now) {
    if (count == latestCount || now <= latestSeconds) {
      return;
    }
    var passed = now - latestSeconds;
    var kept = Math.exp(-passed / MEMORY_SECONDS);
    steps = steps * kept + (count - latestCount);
    seconds = seconds * kept + passed;
    latestCount = count;
    latestSeconds = now;
  }

  /** Steps a second; 0 while unknown. */
  double perSecond() {
    return seconds == 0 ? 0 : Math.max(0, steps / seconds);
  }
}
