package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;

/**
 * A number read linearly out of two consecutive latents, [z_t-1, z_t]: ridge regression on
 * standardised features; lambda of 10^-4 to 10^4 is chosen on every fifth clip, then all are
 * fitted.
 */
final class LatentReadout {
  private final double[] mean;
  private final double[] scale;
  private final double[] weights;
  private final double offset;

  private LatentReadout(double[] mean, double[] scale, double[] weights, double offset) {
    this.mean = mean;
    this.scale = scale;
    this.weights = weights;
    this.offset = offset;
  }

  /**
   * Fits it.
   *
   * @param latents [clip][time][D]
   * @param values [clip][time]
   */
  static LatentReadout fit(double[][][] latents, double[][] values) {
    double best = Double.MAX_VALUE;
    double chosen = 1;
    for (int power = -4; power <= 4; power++) {
      double lambda = Math.pow(10, power);
      LatentReadout fitted = fit(latents, values, lambda, false);
      double error = 0;
      for (int c = 0; c < latents.length; c += 5) {
        double[] read = fitted.read(latents[c]);
        for (int t = 1; t < read.length; t++) {
          error += (read[t] - values[c][t]) * (read[t] - values[c][t]);
        }
      }
      if (error < best) {
        best = error;
        chosen = lambda;
      }
    }
    return fit(latents, values, chosen, true);
  }

  /** One value a latent; the first one reads its own latent twice. */
  double[] read(double[][] latents) {
    double[] read = new double[latents.length];
    for (int t = 0; t < read.length; t++) {
      double[] pair = pair(latents, t);
      read[t] = offset;
      for (int i = 0; i < pair.length; i++) {
        read[t] += weights[i] * (pair[i] - mean[i]) / scale[i];
      }
    }
    return read;
  }

  private static LatentReadout fit(
      double[][][] latents, double[][] values, double lambda, boolean all) {
    List<double[]> rows = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int c = 0; c < latents.length; c++) {
      for (int t = 1; (all || c % 5 != 0) && t < latents[c].length; t++) {
        rows.add(pair(latents[c], t));
        targets.add(values[c][t]);
      }
    }
    int d = rows.get(0).length;
    double[] mean = new double[d];
    double[] scale = new double[d];
    for (double[] row : rows) {
      for (int i = 0; i < d; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    for (double[] row : rows) {
      for (int i = 0; i < d; i++) {
        scale[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / rows.size();
      }
    }
    for (int i = 0; i < d; i++) {
      scale[i] = scale[i] > 0 ? Math.sqrt(scale[i]) : 1;
    }
    double offset = targets.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double[][] gram = new double[d][d];
    double[] moment = new double[d];
    for (int n = 0; n < rows.size(); n++) {
      double[] z = rows.get(n);
      for (int i = 0; i < d; i++) {
        z[i] = (z[i] - mean[i]) / scale[i];
      }
      for (int i = 0; i < d; i++) {
        moment[i] += z[i] * (targets.get(n) - offset);
        for (int j = 0; j <= i; j++) {
          gram[i][j] += z[i] * z[j];
        }
      }
    }
    for (int i = 0; i < d; i++) {
      gram[i][i] += lambda;
    }
    return new LatentReadout(mean, scale, solved(gram, moment), offset);
  }

  private static double[] pair(double[][] latents, int t) {
    int d = latents[t].length;
    double[] pair = new double[2 * d];
    System.arraycopy(latents[Math.max(0, t - 1)], 0, pair, 0, d);
    System.arraycopy(latents[t], 0, pair, d, d);
    return pair;
  }

  /** By Cholesky's decomposition of the lower triangle, in place. */
  private static double[] solved(double[][] a, double[] b) {
    int n = b.length;
    double[] x = b.clone();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= a[i][k] * x[k];
      }
      x[i] /= a[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= a[k][i] * x[k];
      }
      x[i] /= a[i][i];
    }
    return x;
  }
}
