package org.orrery.workbench.engine;

import static org.orrery.workbench.engine.OpCase.binary;
import static org.orrery.workbench.engine.OpCase.of;
import static org.orrery.workbench.engine.OpCase.unary;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Every operation of {@link Ops}, on seeded operands of many shapes, chosen and drawn. */
public final class OpCases {
  private OpCases() {}

  /** All of them. */
  public static Stream<OpCase> all() {
    Draw d = new Draw(11);
    return Stream.of(
            arithmetic(d),
            pointwise(d),
            ProductCases.all(d),
            normalisation(d),
            ShapeCases.all(d),
            reduction(d),
            RandomCases.all())
        .flatMap(cases -> cases);
  }

  private static Stream<OpCase> arithmetic(Draw d) {
    Map<String, OpCase.Binary> pairs = new LinkedHashMap<>();
    pairs.put("add", Ops::add);
    pairs.put("sub", Ops::sub);
    pairs.put("mul", Ops::mul);
    pairs.put("div", Ops::div);
    pairs.put("where", (o, a, b) -> o.where(o.greater(a, b), o.square(a), b));
    return pairs.entrySet().stream().flatMap(e -> broadcasts(d, e.getKey(), e.getValue()));
  }

  private static Stream<OpCase> broadcasts(Draw d, String name, OpCase.Binary op) {
    return Stream.of(
        binary(name, d.normal(3, 4), d.positive(3, 4), op),
        binary(name + " of a row", d.normal(3, 4), d.positive(4), op),
        binary(name + " of a column", d.normal(3, 4), d.positive(3, 1), op),
        binary(name + " outer", d.normal(2, 1, 4), d.positive(3, 1), op),
        binary(name + " of one number", d.normal(2, 3), d.positive(1), op),
        binary(name + " to one number", d.normal(1), d.positive(2, 3), op),
        binary(name + " to a row", d.normal(4), d.positive(3, 4), op),
        binary(name + " to a column", d.normal(3, 1), d.positive(3, 4), op),
        binary(
            name + " of a scalar",
            d.normal(2, 3),
            d.positive(2, 2),
            (o, a, b) -> op.apply(o, a, o.mean(b))),
        binary(
            name + " of scalars",
            d.normal(2, 3),
            d.positive(2, 2),
            (o, a, b) -> op.apply(o, o.sum(a), o.mean(b))));
  }

  private static Stream<OpCase> pointwise(Draw d) {
    INDArray far = Nd4j.createFromArray(-200f, -90, -20.5f, -1, 1e-3f, 1, 19, 22, 90, 200);
    return Stream.of(
        binary(
            "where of infinities",
            d.normal(3, 4),
            d.normal(3, 4),
            (o, a, b) -> {
              Tensor below = o.constant(new float[] {Float.NEGATIVE_INFINITY}, 1);
              Tensor half = o.constant(new float[] {1, 0, 1, 0}, 4);
              return o.softmax(o.add(o.where(half, o.mul(a, b), below), b), 1);
            }),
        unary("constant", d.normal(2, 3), (o, x) -> o.mul(x, o.constant(new float[] {1, 2, 3}, 3))),
        unary("add scalar", d.normal(3, 4), (o, x) -> o.add(x, 0.7)),
        unary("mul scalar", d.normal(3, 4), (o, x) -> o.mul(x, -1.3)),
        unary("square", d.normal(3, 4), Ops::square),
        unary("abs", d.normal(3, 4), Ops::abs),
        unary("pow cubed", d.normal(3, 4), (o, x) -> o.pow(x, 3)),
        unary("pow broken", d.positive(3, 4), (o, x) -> o.pow(x, -1.5)),
        unary("clamp", d.normal(4, 5), (o, x) -> o.clamp(x, -0.5, 0.8)),
        unary("clamp below", d.normal(4, 5), (o, x) -> o.clamp(x, 0.1, Double.POSITIVE_INFINITY)),
        unary("sqrt", d.positive(2, 5), Ops::sqrt),
        unary("exp", d.normal(3, 4), Ops::exp),
        unary("log", d.positive(3, 4), Ops::log),
        unary("sin", d.normal(2, 3, 4), Ops::sin),
        unary("cos", d.normal(2, 3, 4), Ops::cos),
        unary("tanh", d.normal(5), Ops::tanh),
        unary("sigmoid", d.normal(3, 2), Ops::sigmoid),
        unary("relu", d.normal(3, 7), Ops::relu),
        unary("leakyRelu", d.normal(3, 7), (o, x) -> o.leakyRelu(x, 0.1)),
        unary("softplus", d.normal(3.0, 3, 7), Ops::softplus),
        unary("softplus far out", far, Ops::softplus),
        unary("silu", d.normal(2.0, 3, 7), Ops::silu),
        unary("silu far out", far, Ops::silu),
        unary("gelu", d.normal(2.0, 3, 7), Ops::gelu),
        unary("detach beside", d.normal(3), (o, x) -> o.mul(o.detach(o.exp(x)), o.sin(x)))
            .with(OpCase.Nature.CUT));
  }

  private static Stream<OpCase> normalisation(Draw d) {
    return Stream.of(
        of(
            "layerNorm",
            Map.of("x", d.normal(2, 3, 6), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.layerNorm(v.get("x"), v.get("g"), v.get("b"))),
        unary("layerNorm without scale", d.normal(4, 5), (o, x) -> o.layerNorm(x, null, null)),
        of(
            "groupNorm",
            Map.of("x", d.normal(2, 6, 3, 2), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.groupNorm(v.get("x"), 3, v.get("g"), v.get("b"))),
        unary("groupNorm without scale", d.normal(3, 4), (o, x) -> o.groupNorm(x, 2, null, null)),
        of(
            "batchNorm",
            Map.of("x", d.normal(5, 6), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.batchNorm(v.get("x"), v.get("g"), v.get("b"), "bn")),
        of(
            "batchNorm of channels",
            Map.of("x", d.normal(3, 6, 2, 3), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.batchNorm(v.get("x"), v.get("g"), v.get("b"), "bn")),
        unary(
            "batchNorm without scale", d.normal(5, 6), (o, x) -> o.batchNorm(x, null, null, "bn")),
        unary("dropout", d.normal(6, 7), (o, x) -> o.dropout(x, 0.4)).with(OpCase.Nature.DRAWN),
        unary("softmax over 0", d.normal(3, 4, 5), (o, x) -> o.softmax(x, 0)),
        unary("softmax over 1", d.normal(3, 4, 5), (o, x) -> o.softmax(x, 1)),
        unary("softmax over -1", d.normal(3, 4, 5), (o, x) -> o.softmax(x, -1)),
        unary("softmax over 1 of 4", d.normal(4, 5, 1, 5), (o, x) -> o.softmax(x, 1)),
        unary("logSoftmax over 0", d.normal(3, 4), (o, x) -> o.logSoftmax(x, 0)),
        unary("logSoftmax over -1", d.normal(9.0, 3, 4, 5), (o, x) -> o.logSoftmax(x, -1)));
  }

  private static Stream<OpCase> reduction(Draw d) {
    Stream<OpCase> reductions =
        Stream.of(new int[] {}, new int[] {0}, new int[] {-1}, new int[] {0, 2})
            .flatMap(
                over -> {
                  String which = " over " + Arrays.toString(over);
                  return Stream.of(
                      unary("sum" + which, d.normal(2, 3, 4), (o, x) -> o.sum(x, over)),
                      unary("mean" + which, d.normal(2, 3, 4), (o, x) -> o.mean(x, over)),
                      unary("amax" + which, d.normal(2, 3, 4), (o, x) -> o.amax(x, over)),
                      unary("amin" + which, d.normal(2, 3, 4), (o, x) -> o.amin(x, over)),
                      unary(
                          "logSumExp" + which,
                          d.normal(9.0, 2, 3, 4),
                          (o, x) -> o.logSumExp(x, over)));
                });
    return Stream.concat(
        reductions,
        Stream.of(
            binary(
                "bceWithLogits",
                d.normal(30.0, 3, 4),
                d.positive(3, 4).subi(0.5),
                Ops::bceWithLogits),
            unary(
                    "bceWithLogits at zero",
                    d.positive(4),
                    (o, x) -> o.bceWithLogits(o.sub(x, o.detach(x)), o.constant(new float[4], 4)))
                .with(OpCase.Nature.CUT),
            binary("mse", d.normal(3, 2), d.normal(3, 2), Ops::mse)));
  }
}
