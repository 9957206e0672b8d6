package org.orrery.workbench.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One operation on operands of certain shapes.
 *
 * @param nature what can be checked of it
 */
public record OpCase(
    String name,
    Map<String, INDArray> values,
    Nature nature,
    BiFunction<Ops, Map<String, Tensor>, Tensor> op) {

  /** What can be checked of an operation. */
  public enum Nature {
    /** Everything. */
    PLAIN,
    /** Its own draws differ between the engines, so that their results cannot be compared. */
    DRAWN,
    /** Its gradient is cut on purpose, so that differences of its values are not its gradient. */
    CUT
  }

  /** An operation of two operands. */
  interface Binary {
    Tensor apply(Ops ops, Tensor a, Tensor b);
  }

  static OpCase unary(String name, INDArray x, BiFunction<Ops, Tensor, Tensor> op) {
    return of(name, Map.of("x", x), (ops, v) -> op.apply(ops, v.get("x")));
  }

  static OpCase binary(String name, INDArray a, INDArray b, Binary op) {
    Map<String, INDArray> values = new LinkedHashMap<>();
    values.put("a", a);
    values.put("b", b);
    return of(name, values, (ops, v) -> op.apply(ops, v.get("a"), v.get("b")));
  }

  static OpCase of(
      String name, Map<String, INDArray> values, BiFunction<Ops, Map<String, Tensor>, Tensor> op) {
    return new OpCase(name, values, Nature.PLAIN, op);
  }

  OpCase with(Nature other) {
    return new OpCase(name, values, other, op);
  }

  /** The operands as weights, and running statistics of six features for batch normalisation. */
  public Parameters parameters() {
    List<Parameter> all = new ArrayList<>();
    values.forEach((k, v) -> all.add(Parameter.weight(k, v)));
    all.add(Parameter.buffer("bn.running_mean", new Draw(5).normal(6)));
    all.add(Parameter.buffer("bn.running_var", new Draw(6).positive(6)));
    return Parameters.of(all);
  }

  /** The operation's result. */
  public Tensor result(Ops ops) {
    return result(ops, null);
  }

  /** The result of its operands times a number [1]. */
  Tensor result(Ops ops, Tensor scale) {
    Map<String, Tensor> operands = new LinkedHashMap<>();
    for (String name : values.keySet()) {
      Tensor operand = ops.parameter(name);
      operands.put(name, scale == null ? operand : ops.mul(operand, scale));
    }
    return op.apply(ops, operands);
  }

  /** A loss that weighs every element of the result differently. */
  public Tensor loss(Ops ops) {
    return loss(ops, null);
  }

  /** The same of its operands times a number [1]. */
  Tensor loss(Ops ops, Tensor scale) {
    Tensor result = result(ops, scale);
    int length = (int) java.util.Arrays.stream(result.shape()).reduce(1, (a, b) -> a * b);
    float[] weights = new float[length];
    for (int i = 0; i < length; i++) {
      weights[i] = (float) Math.sin(1 + 0.7 * i);
    }
    return ops.sum(ops.mul(result, ops.constant(weights, result.shape())));
  }

  @Override
  public String toString() {
    return name;
  }
}
