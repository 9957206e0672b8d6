package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Gradients against central differences of the function itself, in float64. */
public final class Gradients {
  private static final int DIRECTIONS = 4;
  private static final double STEP = 1e-5;

  /** The differences' own error is of the order of STEP squared and of 1e-16 / STEP. */
  private static final double TOLERANCE = 1e-7;

  private Gradients() {}

  /**
   * Compares the slope along random directions of each operand by itself: a wrong element shows in
   * all of them.
   */
  public static void assertRight(
      OpCase given,
      ToDoubleFunction<Map<String, INDArray>> loss,
      Function<Map<String, INDArray>, Map<String, INDArray>> gradient) {
    Map<String, INDArray> at = new LinkedHashMap<>();
    given.parameters().all().forEach(p -> at.put(p.name(), doubles(p.value())));
    Map<String, INDArray> gradients = gradient.apply(at);
    Random random = new Random(given.name().hashCode());
    for (String operand : given.values().keySet()) {
      for (int i = 0; i < DIRECTIONS; i++) {
        INDArray direction = direction(at.get(operand).shape(), random);
        double ahead = loss.applyAsDouble(moved(at, operand, direction, STEP));
        double behind = loss.applyAsDouble(moved(at, operand, direction, -STEP));
        double expected = (ahead - behind) / (2 * STEP);
        double slope = gradients.get(operand).mul(direction).sumNumber().doubleValue();
        assertThat(slope)
            .as("slope of %s along %s, direction %d", given, operand, i)
            .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private static INDArray doubles(INDArray array) {
    return array.castTo(DataType.DOUBLE).dup('c');
  }

  private static INDArray direction(long[] shape, Random random) {
    INDArray direction = Nd4j.create(DataType.DOUBLE, shape);
    for (long i = 0; i < direction.length(); i++) {
      direction.putScalar(i, random.nextGaussian());
    }
    return direction;
  }

  private static Map<String, INDArray> moved(
      Map<String, INDArray> at, String operand, INDArray direction, double step) {
    Map<String, INDArray> moved = new LinkedHashMap<>(at);
    moved.put(operand, at.get(operand).add(direction.mul(step)));
    return moved;
  }
}
