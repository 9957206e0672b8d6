package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * VICReg's guard against collapse: each latent dimension should vary and no two should vary
 * together (Bardes, Ponce and LeCun 2022, "VICReg", eq. 1 and 4).
 *
 * <p>variance: mean over dimensions of max(0, 1 - standard deviation); covariance: sum of the
 * squared off-diagonal covariances over D. Unlike SIGReg it asks for no distribution.
 */
final class Covariance {
  private static final double EPSILON = 1e-4;

  private Covariance() {}

  /** Latents [batch, time, D] to a scalar: variance plus covariance term over all batch * time. */
  static Tensor penalty(Ops ops, Tensor latents) {
    long n = latents.size(0) * latents.size(1);
    long dimensions = latents.size(2);
    Tensor z = ops.reshape(latents, n, dimensions);
    Tensor centred = ops.sub(z, ops.reshape(ops.mean(z, 0), 1, dimensions));
    Tensor covariance = ops.mul(ops.matmul(ops.permute(centred, 1, 0), centred), 1.0 / (n - 1));
    Tensor variances = ops.mul(ops.sum(ops.square(centred), 0), 1.0 / (n - 1));
    Tensor offDiagonal = ops.sub(ops.sum(ops.square(covariance)), ops.sum(ops.square(variances)));
    Tensor deviation = ops.sqrt(ops.add(variances, EPSILON));
    Tensor lacking = ops.relu(ops.add(ops.mul(deviation, -1), 1));
    return ops.add(ops.mean(lacking), ops.mul(offDiagonal, 1.0 / dimensions));
  }
}
