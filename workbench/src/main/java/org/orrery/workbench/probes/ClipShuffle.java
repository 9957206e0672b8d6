package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gives every clip the targets of another one: sample j of a clip receives target j of its donor,
 * from the start again if the donor has fewer.
 *
 * <p>The permutation is one cycle (Sattolo's algorithm), so no clip keeps its own targets.
 */
final class ClipShuffle {
  private ClipShuffle() {}

  static INDArray of(ProbeData.Part part, long seed) {
    Map<Integer, List<Integer>> rowsOf = new LinkedHashMap<>();
    for (int row = 0; row < part.clips().length; row++) {
      rowsOf.computeIfAbsent(part.clips()[row], clip -> new ArrayList<>()).add(row);
    }
    List<List<Integer>> clips = List.copyOf(rowsOf.values());
    int[] donor = cycle(clips.size(), seed);
    int[] from = new int[part.clips().length];
    for (int c = 0; c < clips.size(); c++) {
      List<Integer> own = clips.get(c);
      List<Integer> given = clips.get(donor[c]);
      for (int j = 0; j < own.size(); j++) {
        from[own.get(j)] = given.get(j % given.size());
      }
    }
    return Nd4j.pullRows(part.targets(), 1, from, 'c');
  }

  private static int[] cycle(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = random.nextInt(i);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }
}
