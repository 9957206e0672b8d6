package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/** One stream of random numbers a clip, so that clips can be made in any order and in parallel. */
final class Seeds {
  private Seeds() {}

  static SplittableRandom random(long seed, int index) {
    return new SplittableRandom(mix(mix(seed) + index));
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), shifted by its constant. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
