package org.orrery.workbench.physics;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Latents as Java arrays, [clip][time][latent]. */
final class LatentArrays {
  private LatentArrays() {}

  static double[][][] of(INDArray latents) {
    int clips = (int) latents.size(0);
    int time = (int) latents.size(1);
    int d = (int) latents.size(2);
    double[] flat = latents.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    double[][][] values = new double[clips][time][d];
    for (int c = 0; c < clips; c++) {
      for (int t = 0; t < time; t++) {
        System.arraycopy(flat, (c * time + t) * d, values[c][t], 0, d);
      }
    }
    return values;
  }

  static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (a[j] - b[j]) * (a[j] - b[j]);
    }
    return sum;
  }
}
