package org.orrery.workbench.probes;

import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The leading principal components of many wide samples, by randomised subspace iteration (Halko,
 * Martinsson and Tropp 2011, algorithm 4.4) from a seeded start.
 *
 * @param mean the mean sample, [1, d]
 * @param axes orthonormal components as columns, the largest variance first, [d, k]
 * @param variances the variance along each of them (divisor n - 1)
 */
record PrincipalComponents(INDArray mean, INDArray axes, double[] variances) {
  private static final int OVERSAMPLING = 10;
  private static final int ITERATIONS = 6;

  /** At most {@code k} components of samples [n, d]; changes nothing. */
  static PrincipalComponents of(INDArray samples, int k, long seed) {
    long n = samples.size(0);
    int d = (int) samples.size(1);
    int kept = (int) Math.min(k, Math.min(n - 1, d));
    int wide = (int) Math.min(kept + OVERSAMPLING, Math.min(n, d));
    INDArray mean = Nd4j.ones(samples.dataType(), 1, n).mmul(samples).divi(n);
    INDArray centred = samples.subRowVector(mean);
    INDArray basis = orthonormal(gaussian(d, wide, seed)).castTo(samples.dataType());
    for (int i = 0; i < ITERATIONS; i++) {
      INDArray images = centred.mmul(basis);
      basis = orthonormal(Nd4j.gemm(centred, images, true, false)).castTo(samples.dataType());
    }
    INDArray small = centred.mmul(basis).castTo(DataType.DOUBLE);
    INDArray vectors = Nd4j.gemm(small, small, true, false).dup('f');
    INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors, true);
    INDArray axes = Nd4j.create(DataType.DOUBLE, d, kept);
    double[] variances = new double[kept];
    INDArray all = basis.castTo(DataType.DOUBLE).mmul(vectors);
    for (int j = 0; j < kept; j++) {
      axes.putColumn(j, all.getColumn(wide - 1 - j));
      variances[j] = values.getDouble(wide - 1 - j) / (n - 1);
    }
    return new PrincipalComponents(mean, axes.castTo(samples.dataType()), variances);
  }

  /** Coordinates [n, k] of samples [n, d]. */
  INDArray project(INDArray samples) {
    return samples.subRowVector(mean).mmul(axes);
  }

  private static INDArray gaussian(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return Nd4j.create(values);
  }

  /** Gram-Schmidt, each column twice, in float64; a column in the span of the others becomes 0. */
  private static INDArray orthonormal(INDArray matrix) {
    double[][] columns = Rows.of(matrix.transpose());
    for (int j = 0; j < columns.length; j++) {
      double before = Math.sqrt(dot(columns[j], columns[j]));
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < j; i++) {
          subtract(columns[j], columns[i], dot(columns[j], columns[i]));
        }
      }
      double norm = Math.sqrt(dot(columns[j], columns[j]));
      double scale = norm > 1e-12 * before ? 1 / norm : 0;
      for (int r = 0; r < columns[j].length; r++) {
        columns[j][r] *= scale;
      }
    }
    return Nd4j.create(columns).transpose().dup('c');
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void subtract(double[] from, double[] direction, double amount) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= amount * direction[i];
    }
  }
}
