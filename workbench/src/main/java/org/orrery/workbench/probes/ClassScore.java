package org.orrery.workbench.probes;

import java.util.LinkedHashMap;
import java.util.Map;

/** Scores predicted classes: the column with the largest value is what is told. */
final class ClassScore {
  private ClassScore() {}

  static Score of(
      double[][] oneHot, double[][] prediction, int[] clip, double[] weights, long seed) {
    int classes = oneHot[0].length;
    double[] right = new double[classes];
    double[] all = new double[classes];
    Map<Integer, double[]> perClip = new LinkedHashMap<>();
    for (int i = 0; i < oneHot.length; i++) {
      double weight = weights == null ? 1 : weights[i];
      int truth = largest(oneHot[i]);
      double hit = truth == largest(prediction[i]) ? weight : 0;
      right[truth] += hit;
      all[truth] += weight;
      double[] sums = perClip.computeIfAbsent(clip[i], key -> new double[2]);
      sums[0] += hit;
      sums[1] += weight;
    }
    double[][] clips = perClip.values().toArray(double[][]::new);
    double[] interval = Bootstrap.interval(clips.length, seed, chosen -> share(clips, chosen));
    double[] recall = new double[classes];
    double hits = 0;
    double total = 0;
    for (int c = 0; c < classes; c++) {
      recall[c] = right[c] / all[c];
      hits += right[c];
      total += all[c];
    }
    return new Score(
        Measure.ACCURACY,
        hits / total,
        interval[0],
        interval[1],
        recall,
        Double.NaN,
        Double.NaN,
        oneHot.length,
        clips.length);
  }

  static int largest(double[] values) {
    int best = 0;
    for (int j = 1; j < values.length; j++) {
      best = values[j] > values[best] ? j : best;
    }
    return best;
  }

  private static double share(double[][] clips, int[] chosen) {
    double hits = 0;
    double total = 0;
    for (int c : chosen) {
      hits += clips[c][0];
      total += clips[c][1];
    }
    return hits / total;
  }
}
