package org.orrery.workbench.probes;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The moments of every fold of clips. */
final class Folds {
  private static final int AT_ONCE = 4096;

  private Folds() {}

  static Moments[] moments(ProbeData.Part part, Scaling scaling, INDArray y, int[] foldOf) {
    int n = Arrays.stream(foldOf).max().orElseThrow() + 1;
    Moments[] folds = new Moments[n];
    for (int fold = 0; fold < n; fold++) {
      int wanted = fold;
      int[] rows = IntStream.range(0, foldOf.length).filter(i -> foldOf[i] == wanted).toArray();
      folds[fold] = new Moments(part.features().size(1), y.size(1));
      for (int from = 0; from < rows.length; from += AT_ONCE) {
        int[] some = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + AT_ONCE));
        INDArray z = scaling.standardise(Nd4j.pullRows(part.features(), 1, some, 'c'));
        folds[fold].add(z, Nd4j.pullRows(y, 1, some, 'c'), part.weightsOf(some));
      }
    }
    return folds;
  }
}
