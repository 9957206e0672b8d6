package org.orrery.workbench.engine.nd4j;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A SameDiff graph while it is built: its inputs, parameters, dropout masks and the running
 * statistics it updates. Everything that changes from call to call enters as a placeholder, so that
 * a graph holds no state of its own.
 */
final class Graph {
  private final SameDiff sd = SameDiff.create();
  private final Map<String, INDArray> parameters;
  private final DataType type;
  private final Map<String, Nd4jTensor> used = new LinkedHashMap<>();
  private final Map<String, SDVariable> updates = new LinkedHashMap<>();
  private final Map<String, Mask> masks = new LinkedHashMap<>();
  private final Map<String, Nd4jTensor> zeros = new LinkedHashMap<>();
  private final List<Indices> indices = new ArrayList<>();

  /** A dropout mask: its shape and the share it drops. */
  private record Mask(long[] shape, double p) {
    INDArray draw(RandomGenerator random) {
      float[] values = new float[(int) Shapes.length(shape)];
      float kept = (float) (1 / (1 - p));
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextDouble() < p ? 0 : kept;
      }
      return Nd4j.createFromArray(values).reshape(shape);
    }
  }

  Graph(Map<String, INDArray> parameters) {
    this(parameters, DataType.FLOAT);
  }

  Graph(Map<String, INDArray> parameters, DataType type) {
    this.parameters = parameters;
    this.type = type;
  }

  /** The type of all its numbers: double where a gradient is checked, float otherwise. */
  DataType type() {
    return type;
  }

  SameDiff sd() {
    return sd;
  }

  static String inputName(String name) {
    return "input/" + name;
  }

  static String parameterName(String name) {
    return "parameter/" + name;
  }

  Nd4jTensor input(String name, long[] shape) {
    return placeholder(inputName(name), shape);
  }

  Nd4jTensor parameter(String name) {
    INDArray value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no parameter is named " + name + "; there are " + parameters.keySet());
    }
    return used.computeIfAbsent(name, n -> placeholder(parameterName(n), value.shape()));
  }

  /** The parameters and buffers the graph reads. */
  Iterable<String> parametersRead() {
    return used.keySet();
  }

  /** A buffer as the updates so far leave it. */
  SDVariable running(String name) {
    SDVariable updated = updates.get(name);
    return updated == null ? parameter(name).variable() : updated;
  }

  void update(String name, SDVariable value) {
    updates.put(name, value);
  }

  /** New values of buffers, by their name. */
  Map<String, SDVariable> updates() {
    return updates;
  }

  Nd4jTensor mask(long[] shape, double p) {
    String name = "mask/" + masks.size();
    masks.put(name, new Mask(shape, p));
    return placeholder(name, shape);
  }

  /** One draw of every mask. */
  Map<String, INDArray> drawMasks(RandomGenerator random) {
    Map<String, INDArray> drawn = new LinkedHashMap<>();
    masks.forEach((name, mask) -> drawn.put(name, mask.draw(random)));
    return drawn;
  }

  /** Remembers whole numbers that must lie below a bound: SameDiff would give zeros beyond it. */
  void bound(String what, SDVariable numbers, long bound) {
    indices.add(new Indices(what, numbers.name(), bound));
  }

  /** Everything that must lie below a bound. */
  List<Indices> indices() {
    return indices;
  }

  Nd4jTensor constant(float[] values, long... shape) {
    return new Nd4jTensor(
        sd.constant(Nd4j.createFromArray(values).reshape(shape).castTo(type)),
        Shapes.inferred(shape, shape));
  }

  Nd4jTensor zeros(long... shape) {
    return zeros.computeIfAbsent(
        Shapes.show(shape), key -> new Nd4jTensor(sd.constant(Nd4j.zeros(type, shape)), shape));
  }

  /**
   * A variable broadcast to a shape before it is an operand: SameDiff's gradient of a sum with a
   * row or column is a sum, but that of a product with one repeats it element by element, which
   * takes ten times as long.
   */
  SDVariable whole(SDVariable x, long[] from, long[] to) {
    return Shapes.length(from) == Shapes.length(to) ? x : x.add(zeros(to).variable());
  }

  private Nd4jTensor placeholder(String name, long[] shape) {
    return new Nd4jTensor(sd.placeHolder(name, type, shape), shape);
  }
}
