package org.orrery.workbench.probes;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.eigen.Eigen;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights of every lambda from one eigendecomposition: with Z'Z = V diag(e) V', (Z'Z + lambda
 * I)^-1 Z'Y = V diag(1 / (e + lambda)) V' Z'Y.
 */
final class RidgePath {
  private final INDArray vectors;
  private final INDArray values;

  private RidgePath(INDArray vectors, INDArray values) {
    this.vectors = vectors;
    this.values = values;
  }

  static RidgePath of(INDArray gram) {
    INDArray vectors = gram.dup('f');
    INDArray values = Eigen.symmetricGeneralizedEigenvalues(vectors, true);
    return new RidgePath(vectors, values.reshape(gram.size(0), 1));
  }

  /** Weights [d, k] a lambda, for products Z'Y [d, k]. */
  INDArray[] weights(INDArray product, List<Double> lambdas) {
    INDArray rotated = Nd4j.gemm(vectors, product, true, false);
    INDArray[] path = new INDArray[lambdas.size()];
    for (int i = 0; i < path.length; i++) {
      path[i] = vectors.mmul(rotated.divColumnVector(values.add(lambdas.get(i))));
    }
    return path;
  }
}
