package org.orrery.workbench.physics;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/** Figures of latents alone. */
final class LatentGeometry {
  private LatentGeometry() {}

  static double effectiveRank(INDArray latents) {
    if (latents.rank() < 2 || latents.length() / latents.size(-1) < 2) {
      throw new IllegalArgumentException(
          "an effective rank needs latents [clip, time, latent] or [sample, latent] of 2 samples or"
              + " more; received "
              + Arrays.toString(latents.shape()));
    }
    long d = latents.size(-1);
    INDArray samples = latents.castTo(DataType.DOUBLE).dup('c').reshape(-1, d);
    INDArray mean = Nd4j.ones(DataType.DOUBLE, 1, samples.size(0)).mmul(samples);
    INDArray centred = samples.subRowVector(mean.divi(samples.size(0)));
    INDArray gram = Nd4j.gemm(centred, centred, true, false).dup('f');
    double[] squared = Eigen.symmetricGeneralizedEigenvalues(gram, false).toDoubleVector();
    if (Arrays.stream(squared).anyMatch(value -> !Double.isFinite(value))) {
      throw new IllegalArgumentException("an effective rank needs finite latents; some are not");
    }
    return effectiveRank(
        Arrays.stream(squared).map(value -> Math.sqrt(Math.max(0, value))).toArray());
  }

  /** exp(entropy) of singular values divided by their sum; 0 when all of them are 0. */
  static double effectiveRank(double[] singularValues) {
    double sum = Arrays.stream(singularValues).sum();
    if (sum == 0) {
      return 0;
    }
    double entropy = 0;
    for (double value : singularValues) {
      double p = value / sum;
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return Math.exp(entropy);
  }

  static double straightness(INDArray latents) {
    if (latents.rank() != 3 || latents.size(1) < 3) {
      throw new IllegalArgumentException(
          "straightness needs latents [clip, time, latent] of 3 time steps or more; received "
              + Arrays.toString(latents.shape()));
    }
    double[][][] z = LatentArrays.of(latents);
    double sum = 0;
    int n = 0;
    for (double[][] path : z) {
      for (int t = 2; t < path.length; t++) {
        double cosine = cosine(path[t - 2], path[t - 1], path[t]);
        if (!Double.isNaN(cosine)) {
          sum += cosine;
          n++;
        }
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  private static double cosine(double[] a, double[] b, double[] c) {
    double dot = 0;
    double before = 0;
    double after = 0;
    for (int j = 0; j < a.length; j++) {
      double first = b[j] - a[j];
      double second = c[j] - b[j];
      dot += first * second;
      before += first * first;
      after += second * second;
    }
    return dot / Math.sqrt(before * after);
  }
}
