package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well a score tells impossible from possible. */
final class Separation {
  private Separation() {}

  /**
   * Area under the receiver operating characteristic: the share of all (impossible, possible) pairs
   * in which the impossible one scores higher, ties half.
   */
  static double auroc(double[] possible, double[] impossible) {
    double wins = 0;
    for (double high : impossible) {
      for (double low : possible) {
        wins += high > low ? 1 : high == low ? 0.5 : 0;
      }
    }
    return wins / ((double) possible.length * impossible.length);
  }

  /**
   * Average precision, the area under the precision-recall curve by steps: sum over the distinct
   * thresholds of the gain in recall times the precision.
   */
  static double auprc(double[] possible, double[] impossible) {
    int n = possible.length + impossible.length;
    double[] scores = Arrays.copyOf(impossible, n);
    System.arraycopy(possible, 0, scores, impossible.length, possible.length);
    Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    double area = 0;
    int right = 0;
    int counted = 0;
    for (int i = 0; i < n; i++) {
      right += order[i] < impossible.length ? 1 : 0;
      boolean lastOfTie = i + 1 == n || scores[order[i + 1]] != scores[order[i]];
      if (lastOfTie) {
        area += (double) (right - counted) / impossible.length * right / (i + 1);
        counted = right;
      }
    }
    return area;
  }

  /** A percentile by linear interpolation between order statistics. */
  static double percentile(double[] values, double percent) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
