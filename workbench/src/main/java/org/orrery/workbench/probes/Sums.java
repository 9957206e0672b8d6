package org.orrery.workbench.probes;

import java.util.LinkedHashMap;
import java.util.Map;

/** The sums of one or more clips from which every figure of a score follows, per component. */
final class Sums {
  private final int components;
  private double n;
  private final double[] y;
  private final double[] yy;
  private final double[] p;
  private final double[] pp;
  private final double[] yp;
  private final double[] error;

  private Sums(int components) {
    this.components = components;
    y = new double[components];
    yy = new double[components];
    p = new double[components];
    pp = new double[components];
    yp = new double[components];
    error = new double[components];
  }

  /** Sums of each clip, about the mean of all samples so that squares lose no digits. */
  static Sums[] perClip(double[][] truth, double[][] prediction, int[] clip, double[] weights) {
    int k = truth[0].length;
    double[] origin = new double[k];
    for (double[] row : truth) {
      for (int j = 0; j < k; j++) {
        origin[j] += row[j] / truth.length;
      }
    }
    Map<Integer, Sums> sums = new LinkedHashMap<>();
    for (int i = 0; i < truth.length; i++) {
      sums.computeIfAbsent(clip[i], c -> new Sums(k))
          .add(truth[i], prediction[i], origin, weights == null ? 1 : weights[i]);
    }
    return sums.values().toArray(new Sums[0]);
  }

  /** The sums of the chosen clips together, a clip counting as often as it is chosen; null: all. */
  static Sums total(Sums[] clips, int[] chosen) {
    Sums total = new Sums(clips[0].components);
    int count = chosen == null ? clips.length : chosen.length;
    for (int i = 0; i < count; i++) {
      total.add(clips[chosen == null ? i : chosen[i]]);
    }
    return total;
  }

  double[] r2PerComponent() {
    double[] r2 = new double[components];
    for (int j = 0; j < components; j++) {
      r2[j] = 1 - error[j] / (yy[j] - y[j] * y[j] / n);
    }
    return r2;
  }

  double r2() {
    return mean(r2PerComponent());
  }

  /** False when some component is the same in all samples, so that r2 has no meaning. */
  boolean varies() {
    for (int j = 0; j < components; j++) {
      if (yy[j] - y[j] * y[j] / n <= 1e-12 * yy[j]) {
        return false;
      }
    }
    return true;
  }

  double pearson() {
    double[] r = new double[components];
    for (int j = 0; j < components; j++) {
      double together = yp[j] - y[j] * p[j] / n;
      double apart = (yy[j] - y[j] * y[j] / n) * (pp[j] - p[j] * p[j] / n);
      r[j] = apart > 0 ? together / Math.sqrt(apart) : 0;
    }
    return mean(r);
  }

  double mse() {
    return mean(error) / n;
  }

  private void add(double[] truth, double[] prediction, double[] origin, double weight) {
    n += weight;
    for (int j = 0; j < components; j++) {
      double a = truth[j] - origin[j];
      double b = prediction[j] - origin[j];
      y[j] += weight * a;
      yy[j] += weight * a * a;
      p[j] += weight * b;
      pp[j] += weight * b * b;
      yp[j] += weight * a * b;
      error[j] += weight * (a - b) * (a - b);
    }
  }

  private void add(Sums other) {
    n += other.n;
    for (int j = 0; j < components; j++) {
      y[j] += other.y[j];
      yy[j] += other.yy[j];
      p[j] += other.p[j];
      pp[j] += other.pp[j];
      yp[j] += other.yp[j];
      error[j] += other.error[j];
    }
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
