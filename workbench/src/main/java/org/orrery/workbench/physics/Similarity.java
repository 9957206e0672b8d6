package org.orrery.workbench.physics;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Linear centred kernel alignment: ||Y'X||^2 / (||X'X|| ||Y'Y||) of centred samples, Frobenius
 * norms (Kornblith, Norouzi, Lee and Hinton 2019, "Similarity of neural network representations
 * revisited", section 3). 1 for latents that differ by a rotation and a scale, 0 for latents no
 * linear map connects.
 */
final class Similarity {
  private Similarity() {}

  static double cka(INDArray first, INDArray second) {
    if (first.rank() != 2 || second.rank() != 2 || first.size(0) != second.size(0)) {
      throw new IllegalArgumentException(
          "a similarity needs two sets of latents of the same samples; received %s and %s"
              .formatted(Arrays.toString(first.shape()), Arrays.toString(second.shape())));
    }
    INDArray x = centred(first);
    INDArray y = centred(second);
    double across = square(Nd4j.gemm(y, x, true, false));
    double own = Math.sqrt(square(Nd4j.gemm(x, x, true, false)));
    double other = Math.sqrt(square(Nd4j.gemm(y, y, true, false)));
    if (!(own > 0) || !(other > 0)) {
      throw new IllegalArgumentException(
          "a similarity needs finite latents that vary; one set is the same for all samples, or not finite");
    }
    return across / (own * other);
  }

  private static INDArray centred(INDArray samples) {
    INDArray doubles = samples.castTo(DataType.DOUBLE).dup('c');
    INDArray mean = Nd4j.ones(DataType.DOUBLE, 1, doubles.size(0)).mmul(doubles);
    return doubles.subiRowVector(mean.divi(doubles.size(0)));
  }

  private static double square(INDArray matrix) {
    return matrix.mul(matrix).sumNumber().doubleValue();
  }
}
