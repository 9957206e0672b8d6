package org.orrery.workbench.models;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * SIGReg, the sketched isotropic-Gaussian regulariser against collapse: latents are projected on
 * random unit vectors, and the characteristic function of each projection over the batch is
 * compared with the standard normal's (Balestriero and LeCun 2025, "LeJEPA", the Epps-Pulley
 * statistic).
 *
 * <p>17 knots t in [0, 3], trapezoid weights times exp(-t^2/2); the statistic is batch * sum over
 * knots of w ((mean cos(t x) - exp(-t^2/2))^2 + (mean sin(t x))^2), averaged over time steps and
 * projections.
 */
final class SigReg {
  private static final int KNOTS = 17;
  private static final double LAST = 3;

  private SigReg() {}

  /** Latents [batch, time, D] and unit vectors [D, M] to a scalar. */
  static Tensor statistic(Ops ops, Tensor latents, Tensor projections) {
    long batch = latents.size(0);
    long time = latents.size(1);
    long m = projections.size(1);
    Tensor x = ops.reshape(ops.matmul(latents, projections), batch, time * m, 1);
    Tensor tx = ops.mul(x, ops.constant(knots(), 1, 1, KNOTS));
    Tensor gaussian = ops.constant(gaussian(), 1, KNOTS);
    Tensor real = ops.square(ops.sub(ops.mean(ops.cos(tx), 0), gaussian));
    Tensor imaginary = ops.square(ops.mean(ops.sin(tx), 0));
    Tensor weighted = ops.mul(ops.add(real, imaginary), ops.constant(weights(), 1, KNOTS));
    return ops.mul(ops.mean(ops.sum(weighted, 1)), batch);
  }

  /** Random unit vectors [D, M]. */
  static INDArray projections(int dimensions, int m, RandomGenerator random) {
    float[] values = new float[dimensions * m];
    for (int j = 0; j < m; j++) {
      double square = 0;
      for (int i = 0; i < dimensions; i++) {
        double value = random.nextGaussian();
        values[i * m + j] = (float) value;
        square += value * value;
      }
      for (int i = 0; i < dimensions; i++) {
        values[i * m + j] /= (float) Math.sqrt(square);
      }
    }
    return Nd4j.createFromArray(values).reshape(dimensions, m);
  }

  private static float[] knots() {
    float[] knots = new float[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
      knots[i] = (float) (LAST * i / (KNOTS - 1));
    }
    return knots;
  }

  private static float[] gaussian() {
    float[] values = knots();
    for (int i = 0; i < KNOTS; i++) {
      values[i] = (float) Math.exp(-values[i] * values[i] / 2);
    }
    return values;
  }

  private static float[] weights() {
    float[] weights = gaussian();
    for (int i = 0; i < KNOTS; i++) {
      double trapezoid = LAST / (KNOTS - 1) * (i == 0 || i == KNOTS - 1 ? 0.5 : 1);
      weights[i] *= (float) trapezoid;
    }
    return weights;
  }
}
