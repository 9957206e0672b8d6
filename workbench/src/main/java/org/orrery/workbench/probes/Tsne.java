package org.orrery.workbench.probes;

/**
 * t-SNE in its exact form (van der Maaten and Hinton 2008, "Visualizing data using t-SNE"):
 * gradient descent on the divergence of the points' Student-t similarities from the samples' normal
 * ones, with early exaggeration, momentum and gains as in the authors' program.
 */
final class Tsne {
  private static final double EXAGGERATION = 12;
  private static final int EXAGGERATED = 250;

  private final double[][] p;

  Tsne(double[][] samples, double perplexity) {
    p = joint(samples, perplexity);
  }

  /** Similarities p(j|i) with the given perplexity, made symmetric, that sum to 1. */
  static double[][] joint(double[][] samples, double perplexity) {
    int n = samples.length;
    double[][] conditional = new double[n][];
    for (int i = 0; i < n; i++) {
      conditional[i] = row(samples, i, perplexity);
    }
    double[][] joint = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        joint[i][j] = (conditional[i][j] + conditional[j][i]) / (2 * n);
      }
    }
    return joint;
  }

  /**
   * p(j|i): the width of the normal is searched by halving until the entropy is log(perplexity).
   */
  static double[] row(double[][] samples, int i, double perplexity) {
    int n = samples.length;
    double[] distance = new double[n];
    double nearest = Double.POSITIVE_INFINITY;
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int d = 0; d < samples[i].length; d++) {
        double off = samples[i][d] - samples[j][d];
        sum += off * off;
      }
      distance[j] = sum;
      nearest = j == i ? nearest : Math.min(nearest, sum);
    }
    double[] row = new double[n];
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1;
    for (int round = 0; round < 200; round++) {
      double sum = 0;
      double weighted = 0;
      for (int j = 0; j < n; j++) {
        row[j] = j == i ? 0 : Math.exp(-beta * (distance[j] - nearest));
        sum += row[j];
        weighted += row[j] * (distance[j] - nearest);
      }
      double entropy = Math.log(sum) + beta * weighted / sum;
      for (int j = 0; j < n; j++) {
        row[j] /= sum;
      }
      double off = entropy - Math.log(perplexity);
      if (Math.abs(off) < 1e-7) {
        break;
      }
      if (off > 0) {
        low = beta;
        beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (beta + high) / 2;
      } else {
        high = beta;
        beta = (beta + low) / 2;
      }
    }
    return row;
  }

  double[][] layout(double[][] start, int iterations) {
    int n = p.length;
    double scale = 0;
    for (double[] point : start) {
      scale += point[0] * point[0] / n;
    }
    double[][] y = new double[n][2];
    for (int i = 0; i < n; i++) {
      y[i][0] = 1e-4 * start[i][0] / Math.sqrt(scale);
      y[i][1] = 1e-4 * start[i][start[i].length - 1] / Math.sqrt(scale);
    }
    double[][] speed = new double[n][2];
    double[][] gain = new double[n][2];
    double[][] gradient = new double[n][2];
    double rate = Math.max(50, n / EXAGGERATION / 4);
    for (int step = 0; step < iterations; step++) {
      gradient(y, step < EXAGGERATED ? EXAGGERATION : 1, gradient);
      double momentum = step < EXAGGERATED ? 0.5 : 0.8;
      for (int i = 0; i < n; i++) {
        for (int d = 0; d < 2; d++) {
          boolean same = gradient[i][d] > 0 == speed[i][d] > 0;
          gain[i][d] = Math.max(0.01, same ? gain(gain[i][d]) * 0.8 : gain(gain[i][d]) + 0.2);
          speed[i][d] = momentum * speed[i][d] - rate * gain[i][d] * gradient[i][d];
          y[i][d] += speed[i][d];
        }
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(
            "t-SNE was interrupted after %d of %d steps".formatted(step + 1, iterations));
      }
    }
    return y;
  }

  private static double gain(double gain) {
    return gain == 0 ? 1 : gain;
  }

  /** 4 sum_j (a p_ij - q_ij) (y_i - y_j) / (1 + |y_i - y_j|^2). */
  private void gradient(double[][] y, double exaggeration, double[][] gradient) {
    int n = y.length;
    double total = total(y);
    for (int i = 0; i < n; i++) {
      double gx = 0;
      double gy = 0;
      double[] own = p[i];
      for (int j = 0; j < n; j++) {
        double dx = y[i][0] - y[j][0];
        double dy = y[i][1] - y[j][1];
        double near = 1 / (1 + dx * dx + dy * dy);
        double pull = (exaggeration * own[j] - near / total) * near;
        gx += pull * dx;
        gy += pull * dy;
      }
      gradient[i][0] = 4 * gx;
      gradient[i][1] = 4 * gy;
    }
  }

  private static double total(double[][] y) {
    double total = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < i; j++) {
        double dx = y[i][0] - y[j][0];
        double dy = y[i][1] - y[j][1];
        total += 2 / (1 + dx * dx + dy * dy);
      }
    }
    return total;
  }

  /** The divergence of the points' similarities from the samples', in nats. */
  double divergence(double[][] y) {
    double total = total(y);
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y.length; j++) {
        if (i != j && p[i][j] > 0) {
          double dx = y[i][0] - y[j][0];
          double dy = y[i][1] - y[j][1];
          sum += p[i][j] * Math.log(p[i][j] * (1 + dx * dx + dy * dy) * total);
        }
      }
    }
    return sum;
  }
}
