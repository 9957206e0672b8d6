package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orrery.workbench.engine.Close.assertClose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every operation, forward and backward, on both engines. The gradient is read off one step of an
 * optimizer that is plain descent where gradients are far below its epsilon.
 */
class OpParityTest {
  /** With this epsilon Adam's first step is the gradient, scaled: -rate * gradient / epsilon. */
  private static final AdamW DESCENT = new AdamW(0, 0, 1e6, 0, Double.POSITIVE_INFINITY);

  private static final double RATE = 1e6;

  record Case(
      String name, Map<String, INDArray> values, BiFunction<Ops, Map<String, Tensor>, Tensor> op) {
    @Override
    public String toString() {
      return name;
    }

    Parameters parameters() {
      List<Parameter> all = new ArrayList<>();
      values.forEach((k, v) -> all.add(Parameter.weight(k, v)));
      all.add(Parameter.buffer("bn.running_mean", new Draw(5).normal(6)));
      all.add(Parameter.buffer("bn.running_var", new Draw(6).positive(6)));
      return Parameters.of(all);
    }

    Tensor result(Ops ops) {
      Map<String, Tensor> operands = new LinkedHashMap<>();
      values.keySet().forEach(k -> operands.put(k, ops.parameter(k)));
      return op.apply(ops, operands);
    }

    /** A loss that weighs every element of the result differently. */
    Tensor loss(Ops ops) {
      Tensor result = result(ops);
      int length = (int) java.util.Arrays.stream(result.shape()).reduce(1, (a, b) -> a * b);
      float[] weights = new float[length];
      for (int i = 0; i < length; i++) {
        weights[i] = (float) Math.sin(1 + 0.7 * i);
      }
      return ops.sum(ops.mul(result, ops.constant(weights, result.shape())));
    }
  }

  static Case unary(String name, Draw draw, BiFunction<Ops, Tensor, Tensor> op) {
    INDArray x = draw.positive(draw.between(1, 4), draw.between(1, 5));
    return new Case(name, Map.of("x", x), (ops, v) -> op.apply(ops, v.get("x")));
  }

  static Case signed(String name, INDArray x, BiFunction<Ops, Tensor, Tensor> op) {
    return new Case(name, Map.of("x", x), (ops, v) -> op.apply(ops, v.get("x")));
  }

  interface Three {
    Tensor apply(Ops ops, Tensor a, Tensor b);
  }

  static Case binary(String name, INDArray a, INDArray b, Three op) {
    Map<String, INDArray> values = new LinkedHashMap<>();
    values.put("a", a);
    values.put("b", b);
    return new Case(name, values, (ops, v) -> op.apply(ops, v.get("a"), v.get("b")));
  }

  static Case named(
      String name, Map<String, INDArray> values, BiFunction<Ops, Map<String, Tensor>, Tensor> op) {
    return new Case(name, values, op);
  }

  static Stream<Case> cases() {
    Draw d = new Draw(11);
    List<Case> cases = new ArrayList<>();
    Map<String, Three> pairs = new LinkedHashMap<>();
    pairs.put("add", Ops::add);
    pairs.put("sub", Ops::sub);
    pairs.put("mul", Ops::mul);
    pairs.put("div", Ops::div);
    pairs.forEach(
        (name, op) -> {
          cases.add(binary(name, d.normal(3, 4), d.positive(3, 4), op));
          cases.add(binary(name + " of a row", d.normal(3, 4), d.positive(4), op));
          cases.add(binary(name + " of a column", d.normal(3, 4), d.positive(3, 1), op));
          cases.add(binary(name + " outer", d.normal(2, 1, 4), d.positive(3, 1), op));
          cases.add(binary(name + " of one number", d.normal(2, 3), d.positive(1), op));
          cases.add(binary(name + " to one number", d.normal(1), d.positive(2, 3), op));
          cases.add(binary(name + " to a row", d.normal(4), d.positive(3, 4), op));
          cases.add(binary(name + " to a column", d.normal(3, 1), d.positive(3, 4), op));
          cases.add(
              binary(
                  name + " of a scalar",
                  d.normal(2, 3),
                  d.positive(2, 2),
                  (o, a, b) -> op.apply(o, a, o.mean(b))));
          cases.add(
              binary(
                  name + " of scalars",
                  d.normal(2, 3),
                  d.positive(2, 2),
                  (o, a, b) -> op.apply(o, o.sum(a), o.mean(b))));
        });
    cases.add(unary("add scalar", d, (o, x) -> o.add(x, 0.7)));
    cases.add(unary("mul scalar", d, (o, x) -> o.mul(x, -1.3)));
    cases.add(signed("square", d.normal(3, 4), Ops::square));
    cases.add(unary("sqrt", d, Ops::sqrt));
    cases.add(signed("exp", d.normal(3, 4), Ops::exp));
    cases.add(unary("log", d, Ops::log));
    cases.add(signed("sin", d.normal(2, 3, 4), Ops::sin));
    cases.add(signed("cos", d.normal(2, 3, 4), Ops::cos));
    cases.add(signed("tanh", d.normal(5), Ops::tanh));
    cases.add(signed("sigmoid", d.normal(3, 2), Ops::sigmoid));
    cases.add(signed("relu", d.normal(3, 7), Ops::relu));
    cases.add(signed("gelu", d.normal(2.0, 3, 7), Ops::gelu));
    cases.add(binary("matmul", d.normal(3, 4), d.normal(4, 5), Ops::matmul));
    cases.add(binary("matmul of a column", d.normal(3, 4), d.normal(4, 1), Ops::matmul));
    cases.add(
        binary(
            "matmul of a transposed",
            d.normal(4, 3),
            d.normal(4, 5),
            (o, a, b) -> o.matmul(o.permute(a, 1, 0), b)));
    cases.add(binary("matmul batched", d.normal(2, 3, 4), d.normal(2, 4, 5), Ops::matmul));
    cases.add(binary("matmul by one matrix", d.normal(2, 3, 4), d.normal(4, 5), Ops::matmul));
    cases.add(binary("matmul of one matrix", d.normal(3, 4), d.normal(2, 4, 5), Ops::matmul));
    cases.add(binary("matmul broadcast", d.normal(2, 1, 3, 4), d.normal(5, 4, 2), Ops::matmul));
    for (long[] batch : new long[][] {{3}, {2, 3}, {}}) {
      long[] shape = java.util.Arrays.copyOf(batch, batch.length + 1);
      shape[batch.length] = 4;
      cases.add(
          named(
              "linear of rank " + shape.length,
              Map.of("x", d.normal(shape), "w", d.normal(5, 4), "b", d.normal(5)),
              (o, v) -> o.linear(v.get("x"), v.get("w"), v.get("b"))));
    }
    cases.add(
        named(
            "linear without bias",
            Map.of("x", d.normal(3, 4), "w", d.normal(5, 4)),
            (o, v) -> o.linear(v.get("x"), v.get("w"), null)));
    for (int[] c : new int[][] {{3, 1, 0}, {3, 1, 1}, {4, 2, 1}, {3, 2, 0}, {1, 1, 0}}) {
      cases.add(
          named(
              "conv2d kernel %d stride %d padding %d".formatted(c[0], c[1], c[2]),
              Map.of("x", d.normal(2, 3, 8, 7), "w", d.normal(4, 3, c[0], c[0]), "b", d.normal(4)),
              (o, v) -> o.conv2d(v.get("x"), v.get("w"), v.get("b"), c[1], c[2])));
      cases.add(
          named(
              "convTranspose2d kernel %d stride %d padding %d".formatted(c[0], c[1], c[2]),
              Map.of("x", d.normal(2, 3, 4, 5), "w", d.normal(3, 2, c[0], c[0]), "b", d.normal(2)),
              (o, v) -> o.convTranspose2d(v.get("x"), v.get("w"), v.get("b"), c[1], c[2])));
    }
    cases.add(
        named(
            "conv2d without bias",
            Map.of("x", d.normal(1, 2, 5, 5), "w", d.normal(3, 2, 3, 3)),
            (o, v) -> o.conv2d(v.get("x"), v.get("w"), null, 1, 1)));
    cases.add(
        named(
            "convTranspose2d without bias",
            Map.of("x", d.normal(1, 2, 3, 3), "w", d.normal(2, 3, 4, 4)),
            (o, v) -> o.convTranspose2d(v.get("x"), v.get("w"), null, 2, 1)));
    cases.add(signed("avgPool2d", d.normal(2, 3, 6, 4), (o, x) -> o.avgPool2d(x, 2)));
    cases.add(signed("avgPool2d with a rest", d.normal(1, 2, 7, 5), (o, x) -> o.avgPool2d(x, 3)));
    for (boolean causal : new boolean[] {false, true}) {
      cases.add(
          named(
              causal ? "causal attention" : "attention",
              Map.of(
                  "q", d.normal(2, 2, 4, 3), "k", d.normal(2, 2, 4, 3), "v", d.normal(2, 2, 4, 3)),
              (o, v) -> o.attention(v.get("q"), v.get("k"), v.get("v"), causal)));
    }
    cases.add(
        named(
            "layerNorm",
            Map.of("x", d.normal(2, 3, 6), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.layerNorm(v.get("x"), v.get("g"), v.get("b"))));
    cases.add(
        named(
            "batchNorm",
            Map.of("x", d.normal(5, 6), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.batchNorm(v.get("x"), v.get("g"), v.get("b"), "bn")));
    cases.add(
        signed(
            "batchNorm without scale", d.normal(5, 6), (o, x) -> o.batchNorm(x, null, null, "bn")));
    for (int dimension : new int[] {0, 1, -1}) {
      cases.add(
          signed(
              "softmax over " + dimension, d.normal(3, 4, 5), (o, x) -> o.softmax(x, dimension)));
    }
    cases.add(signed("reshape", d.normal(3, 4), (o, x) -> o.reshape(x, 2, -1)));
    cases.add(signed("reshape to a scalar", d.normal(1, 1), (o, x) -> o.reshape(x)));
    cases.add(signed("permute", d.normal(2, 3, 4), (o, x) -> o.permute(x, 2, 0, 1)));
    cases.add(
        signed(
            "reshape of a permuted",
            d.normal(2, 3, 4),
            (o, x) -> o.reshape(o.permute(x, 1, 0, 2), 3, 8)));
    cases.add(
        binary("concat", d.normal(2, 3), d.normal(4, 3), (o, a, b) -> o.concat(0, List.of(a, b))));
    cases.add(
        binary(
            "concat on the last",
            d.normal(2, 3),
            d.normal(2, 1),
            (o, a, b) -> o.concat(-1, List.of(a, b, a))));
    cases.add(signed("slice", d.normal(2, 5, 3), (o, x) -> o.slice(x, 1, 1, 4)));
    cases.add(signed("slice of the last", d.normal(2, 5), (o, x) -> o.slice(x, -1, 4, 5)));
    for (int[] over : new int[][] {{}, {0}, {-1}, {0, 2}}) {
      String which = java.util.Arrays.toString(over);
      cases.add(signed("sum over " + which, d.normal(2, 3, 4), (o, x) -> o.sum(x, over)));
      cases.add(signed("mean over " + which, d.normal(2, 3, 4), (o, x) -> o.mean(x, over)));
    }
    cases.add(
        binary(
            "bceWithLogits", d.normal(30.0, 3, 4), d.positive(3, 4).subi(0.5), Ops::bceWithLogits));
    cases.add(
        binary("detach", d.normal(3), d.normal(3), (o, a, b) -> o.mul(o.detach(o.square(a)), b)));
    cases.add(signed("detach beside", d.normal(3), (o, x) -> o.mul(o.detach(o.exp(x)), o.sin(x))));
    cases.add(binary("mse", d.normal(3, 2), d.normal(3, 2), Ops::mse));
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bothEnginesGiveTheSameValues(Case given) {
    INDArray[] results = new INDArray[2];
    int i = 0;
    for (Engine engine : List.of(Engine.torch(), Engine.nd4j())) {
      try (Network network = engine.network(given.parameters())) {
        results[i++] = network.run((ops, in) -> Map.of("y", given.result(ops)), Map.of()).get("y");
      }
    }

    assertClose(results[1], results[0], 1e-5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bothEnginesGiveTheSameGradients(Case given) {
    List<Map<String, Double>> losses = new ArrayList<>();
    List<Parameters> after = new ArrayList<>();
    for (Engine engine : List.of(Engine.torch(), Engine.nd4j())) {
      try (Network network = engine.network(given.parameters())) {
        Computation objective = (ops, in) -> Map.of("loss", given.loss(ops));
        losses.add(network.train(objective, DESCENT).step(Map.of(), RATE));
        after.add(network.parameters());
      }
    }

    for (String name : List.of("loss", "gradient")) {
      double expected = losses.get(0).get(name);
      assertThat(losses.get(1).get(name))
          .as(name)
          .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
    }
    for (Parameter parameter : after.get(0).all()) {
      assertClose(after.get(1).get(parameter.name()), parameter.value(), 1e-4);
    }
  }
}
