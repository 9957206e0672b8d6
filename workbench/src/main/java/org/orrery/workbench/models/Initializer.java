package org.orrery.workbench.models;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.FloatArrays;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;

/**
 * Draws a model's first weights: uniform in +-1/sqrt(fan in), as PyTorch's layers do by default.
 * The same seed and the same declarations give the same bytes on every machine.
 */
final class Initializer {
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Random random;

  Initializer(long seed) {
    random = new Random(seed);
  }

  void linear(String name, int in, int out) {
    double bound = 1 / Math.sqrt(in);
    weight(name + ".weight", uniform(bound, out, in));
    weight(name + ".bias", uniform(bound, out));
  }

  /** A linear map without a bias. */
  void matrix(String name, int in, int out) {
    weight(name + ".weight", uniform(1 / Math.sqrt(in), out, in));
  }

  void zeroLinear(String name, int in, int out) {
    weight(name + ".weight", Nd4j.zeros(out, in));
    weight(name + ".bias", Nd4j.zeros(out));
  }

  void conv(String name, int in, int out, int side) {
    double bound = 1 / Math.sqrt((double) in * side * side);
    weight(name + ".weight", uniform(bound, out, in, side, side));
    weight(name + ".bias", uniform(bound, out));
  }

  /** The transpose of a convolution: weight [in, out, side, side], fan in as PyTorch counts it. */
  void transposedConv(String name, int in, int out, int side) {
    double bound = 1 / Math.sqrt((double) out * side * side);
    weight(name + ".weight", uniform(bound, in, out, side, side));
    weight(name + ".bias", uniform(bound, out));
  }

  /** Scale one and shift zero of a normalisation. */
  void norm(String name, int features) {
    weight(name + ".weight", Nd4j.ones(features));
    weight(name + ".bias", Nd4j.zeros(features));
  }

  /** Running mean zero and variance one of a batch normalisation. */
  void running(String name, int features) {
    put(Parameter.buffer(name + ".running_mean", Nd4j.zeros(features)));
    put(Parameter.buffer(name + ".running_var", Nd4j.ones(features)));
  }

  void normal(String name, double deviation, int... shape) {
    float[] values = new float[product(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    weight(name, array(values, shape));
  }

  /**
   * Draws everything below a prefix that was declared so far anew: matrices, kernels and tokens
   * from a normal distribution around zero, while biases become zero and scales stay.
   */
  void redraw(String prefix, double deviation) {
    for (Parameter parameter : List.copyOf(parameters.values())) {
      String name = parameter.name();
      if (name.startsWith(prefix) && parameter.value().rank() > 1) {
        int[] shape = Arrays.stream(parameter.value().shape()).mapToInt(Math::toIntExact).toArray();
        normal(name, deviation, shape);
      } else if (name.startsWith(prefix) && name.endsWith(".bias")) {
        fill(name, 0);
      }
    }
  }

  /** Sets every number of a parameter declared before. */
  void fill(String name, float value) {
    parameters.get(name).value().assign(value);
  }

  Parameters parameters() {
    return Parameters.of(List.copyOf(parameters.values()));
  }

  private INDArray uniform(double bound, int... shape) {
    float[] values = new float[product(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (bound * (2 * random.nextDouble() - 1));
    }
    return array(values, shape);
  }

  private static INDArray array(float[] values, int... shape) {
    return FloatArrays.of(values, Arrays.stream(shape).asLongStream().toArray());
  }

  private static int product(int... shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  private void weight(String name, INDArray value) {
    put(Parameter.weight(name, value));
  }

  private void put(Parameter parameter) {
    parameters.put(parameter.name(), parameter);
  }
}
