package org.orrery.workbench.probes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.models.Direction;

/**
 * Where latents go, on the whole, as a linear probe's answer grows: {@code Sigma w / (w' Sigma w)},
 * Sigma being the covariance of the probed latents. Since the answer is {@code w'z}, this is the
 * covariance of latents and answer over the variance of the answer, and moving the latents by it
 * moves the answer by one unit.
 */
final class Directions {
  private static final int AT_ONCE = 4096;

  private Directions() {}

  /** One a component of the target; none where the probe always gives the same answer. */
  static List<Direction> of(ProbeTarget target, ProbeData.Part part, Fitted fitted) {
    double[][] answers = Rows.of(fitted.predict(part.features()));
    double[] weights = part.weights();
    int components = answers[0].length;
    double[] variance = centre(answers, weights);
    if (Arrays.stream(variance).anyMatch(v -> !(v > 0))) {
      return List.of();
    }
    double[][] moved = Rows.of(products(answers, part.features()));
    List<Direction> directions = new ArrayList<>();
    for (int k = 0; k < components; k++) {
      double scale = variance[k];
      double[] slope = Arrays.stream(moved[k]).map(v -> v / scale).toArray();
      String name =
          target.variable() + (components > 1 ? " " + k : "") + " from " + target.latents();
      directions.add(new Direction(name, rows(slope, target.window())));
    }
    return directions;
  }

  /** Centres answers in place, times their weights; returns the weighted squares of each column. */
  private static double[] centre(double[][] answers, double[] weights) {
    int components = answers[0].length;
    double[] mean = new double[components];
    double[] variance = new double[components];
    double total = weights == null ? answers.length : Arrays.stream(weights).sum();
    for (int k = 0; k < components; k++) {
      for (int i = 0; i < answers.length; i++) {
        mean[k] += (weights == null ? 1 : weights[i]) * answers[i][k] / total;
      }
      for (int i = 0; i < answers.length; i++) {
        double off = answers[i][k] - mean[k];
        answers[i][k] = (weights == null ? 1 : weights[i]) * off;
        variance[k] += answers[i][k] * off;
      }
    }
    return variance;
  }

  /**
   * Sum of centred answers times latents, [k, d]; the answers are centred, so these need not be.
   */
  private static INDArray products(double[][] centred, INDArray latents) {
    INDArray sum = Nd4j.zeros(DataType.DOUBLE, centred[0].length, latents.size(1));
    for (int from = 0; from < centred.length; from += AT_ONCE) {
      int to = Math.min(centred.length, from + AT_ONCE);
      INDArray rows = latents.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
      INDArray answers = Nd4j.create(Arrays.copyOfRange(centred, from, to));
      sum.addi(Nd4j.gemm(answers, rows.castTo(DataType.DOUBLE).dup('c'), true, false));
    }
    return sum;
  }

  private static double[][] rows(double[] flat, int window) {
    int d = flat.length / window;
    double[][] rows = new double[window][];
    for (int t = 0; t < window; t++) {
      rows[t] = Arrays.copyOfRange(flat, t * d, (t + 1) * d);
    }
    return rows;
  }
}
