package org.orrery.workbench.models;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Linear least squares with a small ridge, from sums alone: minimises {@code sum ||W x + b - y||^2
 * + lambda ||W||^2} by Cholesky's factors of {@code X'X + lambda I} in float64, where x and y are
 * centred and lambda is the ridge times the mean of the diagonal.
 */
final class LeastSquares {
  private final double[] sumOfInputs;
  private final double[] sumOfOutputs;
  private final double[][] inputs;
  private final double[][] products;
  private int n;

  /** W [out, in] and b [out], float32. */
  record Fit(INDArray weight, INDArray bias) {}

  LeastSquares(int in, int out) {
    sumOfInputs = new double[in];
    sumOfOutputs = new double[out];
    inputs = new double[in][in];
    products = new double[in][out];
  }

  /** One pair; its arrays are read, not kept. */
  void add(double[] x, double[] y) {
    n++;
    for (int i = 0; i < x.length; i++) {
      sumOfInputs[i] += x[i];
      for (int j = 0; j <= i; j++) {
        inputs[i][j] += x[i] * x[j];
      }
      for (int j = 0; j < y.length; j++) {
        products[i][j] += x[i] * y[j];
      }
    }
    for (int j = 0; j < y.length; j++) {
      sumOfOutputs[j] += y[j];
    }
  }

  /** The best map; refused before there are more pairs than numbers a pair. */
  Fit solve(double ridge) {
    int in = sumOfInputs.length;
    int out = sumOfOutputs.length;
    if (n <= in) {
      throw new IllegalArgumentException(
          "a linear map of %d numbers needs more pairs than that; came %d: use more or longer clips"
              .formatted(in, n));
    }
    double[][] factor = factor(ridge);
    float[] weight = new float[out * in];
    float[] bias = new float[out];
    for (int j = 0; j < out; j++) {
      double[] column = new double[in];
      for (int i = 0; i < in; i++) {
        column[i] = products[i][j] - sumOfInputs[i] * sumOfOutputs[j] / n;
      }
      substitute(factor, column);
      double constant = sumOfOutputs[j] / n;
      for (int i = 0; i < in; i++) {
        weight[j * in + i] = (float) column[i];
        constant -= column[i] * sumOfInputs[i] / n;
      }
      bias[j] = (float) constant;
    }
    return new Fit(Nd4j.createFromArray(weight).reshape(out, in), Nd4j.createFromArray(bias));
  }

  /** Lower L with L L' the penalised, centred sum of squares. */
  private double[][] factor(double ridge) {
    int in = sumOfInputs.length;
    double[][] l = new double[in][in];
    double trace = 0;
    for (int i = 0; i < in; i++) {
      for (int j = 0; j <= i; j++) {
        l[i][j] = inputs[i][j] - sumOfInputs[i] * sumOfInputs[j] / n;
      }
      trace += l[i][i];
    }
    double penalty = ridge * trace / in + Double.MIN_NORMAL;
    for (int i = 0; i < in; i++) {
      l[i][i] += penalty;
      for (int j = 0; j <= i; j++) {
        double sum = l[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
      }
    }
    return l;
  }

  /** Solves L L' x = b in place. */
  private static void substitute(double[][] l, double[] b) {
    for (int i = 0; i < b.length; i++) {
      for (int k = 0; k < i; k++) {
        b[i] -= l[i][k] * b[k];
      }
      b[i] /= l[i][i];
    }
    for (int i = b.length - 1; i >= 0; i--) {
      for (int k = i + 1; k < b.length; k++) {
        b[i] -= l[k][i] * b[k];
      }
      b[i] /= l[i][i];
    }
  }
}
