package org.orrery.workbench.engine;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Seeded arrays. */
final class Draw {
  private final Random random;

  Draw(long seed) {
    random = new Random(seed);
  }

  /** Normal numbers. */
  INDArray normal(long... shape) {
    float[] values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape(shape);
  }

  /** Normal numbers times a scale. */
  INDArray normal(double scale, long... shape) {
    return normal(shape).muli(scale);
  }

  /** Uniform in 0.5 to 1.5: safe for logarithms, roots and divisors. */
  INDArray positive(long... shape) {
    float[] values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5f + random.nextFloat();
    }
    return Nd4j.createFromArray(values).reshape(shape);
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
