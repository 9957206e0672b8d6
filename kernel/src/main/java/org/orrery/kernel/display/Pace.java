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

  /** Steps a second at {@code now}, less and less while none comes; 0 while unknown. */
  double perSecond(double now) {
    if (steps <= 0) {
      return 0;
    }
    var overdue = Math.max(0, now - latestSeconds - seconds / steps);
    return steps / (seconds + overdue);
  }
}
