package org.orrery.workbench.training;

/** Seeds of a run's many streams of random numbers, each from the run's seed and a place. */
final class Mix {
  private Mix() {}

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) over seed and step. */
  static long of(long seed, long step) {
    return finish(finish(seed) + step);
  }

  private static long finish(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
