package org.orrery.workbench.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Numbers of the heap as ND4J's arrays, copied once: {@code Nd4j.createFromArray(values).reshape}
 * takes five times as long for the frames of a clip, and gives a view, which an engine copies
 * again.
 */
public final class FloatArrays {
  private FloatArrays() {}

  /**
   * A row-major float32 array.
   *
   * @throws IllegalArgumentException if the shape does not hold as many numbers
   */
  public static INDArray of(float[] values, long... shape) {
    if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != values.length) {
      throw new IllegalArgumentException(
          "%d numbers for a shape of %s: expected as many as the shape holds"
              .formatted(values.length, Arrays.toString(shape)));
    }
    if (values.length == 0) {
      return Nd4j.create(DataType.FLOAT, shape);
    }
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, shape);
    fill(array, values);
    return array;
  }

  /** Puts as many numbers into an array made here. */
  public static void fill(INDArray array, float[] values) {
    array.data().asNioFloat().put(values);
  }
}
