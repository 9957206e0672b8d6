package org.orrery.workbench.clips;

import java.util.SplittableRandom;

/** The order that a seed decides (Fisher and Yates). */
final class SeededOrder {
  private SeededOrder() {}

  static int[] of(int[] values, long seed) {
    int[] order = values.clone();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
