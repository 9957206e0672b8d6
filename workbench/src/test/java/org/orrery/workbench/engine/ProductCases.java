package org.orrery.workbench.engine;

import static org.orrery.workbench.engine.OpCase.binary;
import static org.orrery.workbench.engine.OpCase.of;
import static org.orrery.workbench.engine.OpCase.unary;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Matrix products, convolutions, attention, and what else changes the size of pictures. */
final class ProductCases {
  private ProductCases() {}

  static Stream<OpCase> all(Draw d) {
    return Stream.of(matmul(d), linear(d), convolution(d), attention(d)).flatMap(cases -> cases);
  }

  private static Stream<OpCase> matmul(Draw d) {
    return Stream.of(
        binary("matmul", d.normal(3, 4), d.normal(4, 5), Ops::matmul),
        binary("matmul of a column", d.normal(3, 4), d.normal(4, 1), Ops::matmul),
        binary("matmul of a row and a column", d.normal(1, 4), d.normal(4, 1), Ops::matmul),
        binary("matmul of rows and columns", d.normal(1, 1, 4), d.normal(1, 4, 1), Ops::matmul),
        binary("matmul of a row", d.normal(1, 4), d.normal(4, 3), Ops::matmul),
        binary(
            "matmul of a transposed",
            d.normal(4, 3),
            d.normal(4, 5),
            (o, a, b) -> o.matmul(o.permute(a, 1, 0), b)),
        binary("matmul batched", d.normal(2, 3, 4), d.normal(2, 4, 5), Ops::matmul),
        binary("matmul by one matrix", d.normal(2, 3, 4), d.normal(4, 5), Ops::matmul),
        binary("matmul of one matrix", d.normal(3, 4), d.normal(2, 4, 5), Ops::matmul),
        binary("matmul broadcast", d.normal(2, 1, 3, 4), d.normal(5, 4, 2), Ops::matmul));
  }

  private static Stream<OpCase> linear(Draw d) {
    Stream<OpCase> ranks =
        Stream.of(new long[] {3}, new long[] {2, 3}, new long[] {})
            .map(
                batch -> {
                  long[] shape = Arrays.copyOf(batch, batch.length + 1);
                  shape[batch.length] = 4;
                  return of(
                      "linear of rank " + shape.length,
                      Map.of("x", d.normal(shape), "w", d.normal(5, 4), "b", d.normal(5)),
                      (o, v) -> o.linear(v.get("x"), v.get("w"), v.get("b")));
                });
    return Stream.concat(
        ranks,
        Stream.of(
            of(
                "gru",
                Map.of(
                    "x", d.normal(3, 2, 4),
                    "h", d.normal(2, 5),
                    "wx", d.normal(15, 4),
                    "bx", d.normal(15),
                    "wh", d.normal(15, 5),
                    "bh", d.normal(15)),
                (o, v) ->
                    o.gru(
                        v.get("x"),
                        v.get("h"),
                        v.get("wx"),
                        v.get("bx"),
                        v.get("wh"),
                        v.get("bh"))),
            of(
                "linear by its name",
                Map.of(
                    "x", d.normal(3, 4), "layer.weight", d.normal(5, 4), "layer.bias", d.normal(5)),
                (o, v) -> o.linear(v.get("x"), "layer")),
            of(
                "linear without bias",
                Map.of("x", d.normal(3, 4), "w", d.normal(5, 4)),
                (o, v) -> o.linear(v.get("x"), v.get("w"), null)),
            of(
                "linear of one example and one feature",
                Map.of("x", d.normal(1, 4), "w", d.normal(1, 4), "b", d.normal(1)),
                (o, v) -> o.linear(v.get("x"), v.get("w"), v.get("b")))));
  }

  private static Stream<OpCase> convolution(Draw d) {
    Stream<OpCase> kernels =
        Stream.of(
                new int[] {3, 1, 0},
                new int[] {3, 1, 1},
                new int[] {4, 2, 1},
                new int[] {3, 2, 0},
                new int[] {1, 1, 0})
            .flatMap(
                c -> {
                  String how = " kernel %d stride %d padding %d".formatted(c[0], c[1], c[2]);
                  return Stream.of(
                      of(
                          "conv2d" + how,
                          Map.of(
                              "x", d.normal(2, 3, 8, 7),
                              "w", d.normal(4, 3, c[0], c[0]),
                              "b", d.normal(4)),
                          (o, v) -> o.conv2d(v.get("x"), v.get("w"), v.get("b"), c[1], c[2])),
                      of(
                          "convTranspose2d" + how,
                          Map.of(
                              "x", d.normal(2, 3, 4, 5),
                              "w", d.normal(3, 2, c[0], c[0]),
                              "b", d.normal(2)),
                          (o, v) ->
                              o.convTranspose2d(v.get("x"), v.get("w"), v.get("b"), c[1], c[2])));
                });
    return Stream.concat(
        kernels,
        Stream.of(
            of(
                "conv2d without bias",
                Map.of("x", d.normal(1, 2, 5, 5), "w", d.normal(3, 2, 3, 3)),
                (o, v) -> o.conv2d(v.get("x"), v.get("w"), null, 1, 1)),
            of(
                "conv2d of patches",
                Map.of("x", d.normal(2, 3, 8, 4), "w", d.normal(5, 3, 4, 4), "b", d.normal(5)),
                (o, v) -> o.conv2d(v.get("x"), v.get("w"), v.get("b"), 4, 0)),
            of(
                "convTranspose2d without bias",
                Map.of("x", d.normal(1, 2, 3, 3), "w", d.normal(2, 3, 4, 4)),
                (o, v) -> o.convTranspose2d(v.get("x"), v.get("w"), null, 2, 1)),
            unary("avgPool2d", d.normal(2, 3, 6, 4), (o, x) -> o.avgPool2d(x, 2)),
            unary("avgPool2d with a rest", d.normal(1, 2, 7, 5), (o, x) -> o.avgPool2d(x, 3)),
            unary("upsample", d.normal(2, 3, 2, 4), (o, x) -> o.upsample(x, 2)),
            unary("upsample by three", d.normal(1, 1, 3, 1), (o, x) -> o.upsample(x, 3))));
  }

  private static Stream<OpCase> attention(Draw d) {
    return Stream.of(false, true)
        .map(
            causal ->
                of(
                    causal ? "causal attention" : "attention",
                    Map.of(
                        "q", d.normal(2, 2, 4, 3),
                        "k", d.normal(2, 2, 4, 3),
                        "v", d.normal(2, 2, 4, 3)),
                    (o, v) -> o.attention(v.get("q"), v.get("k"), v.get("v"), causal)));
  }
}
