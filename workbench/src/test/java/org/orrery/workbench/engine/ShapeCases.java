package org.orrery.workbench.engine;

import static org.orrery.workbench.engine.OpCase.binary;
import static org.orrery.workbench.engine.OpCase.unary;

import java.util.List;
import java.util.stream.Stream;

/** Operations that move, repeat and pick elements. */
final class ShapeCases {
  private ShapeCases() {}

  static Stream<OpCase> all(Draw d) {
    return Stream.of(moving(d), joining(d), picking(d)).flatMap(cases -> cases);
  }

  private static Stream<OpCase> moving(Draw d) {
    return Stream.of(
        unary("reshape", d.normal(3, 4), (o, x) -> o.reshape(x, 2, -1)),
        unary("reshape to a scalar", d.normal(1, 1), (o, x) -> o.reshape(x)),
        unary("permute", d.normal(2, 3, 4), (o, x) -> o.permute(x, 2, 0, 1)),
        unary(
            "reshape of a permuted",
            d.normal(2, 3, 4),
            (o, x) -> o.reshape(o.permute(x, 1, 0, 2), 3, 8)),
        unary("unsqueeze", d.normal(3, 4), (o, x) -> o.unsqueeze(x, 1)),
        unary("unsqueeze at the end", d.normal(3), (o, x) -> o.unsqueeze(x, -1)),
        unary("expand", d.normal(2, 1, 4), (o, x) -> o.expand(x, 2, 3, -1)),
        unary("expand in front", d.normal(3), (o, x) -> o.expand(x, 2, 2, 3)),
        unary("expand of a scalar", d.normal(4), (o, x) -> o.expand(o.sum(x), 2, 3)));
  }

  private static Stream<OpCase> joining(Draw d) {
    return Stream.of(
        binary("concat", d.normal(2, 3), d.normal(4, 3), (o, a, b) -> o.concat(0, List.of(a, b))),
        binary(
            "concat on the last",
            d.normal(2, 3),
            d.normal(2, 1),
            (o, a, b) -> o.concat(-1, List.of(a, b, a))),
        binary("stack", d.normal(2, 3), d.normal(2, 3), (o, a, b) -> o.stack(1, List.of(a, b))),
        binary(
            "stack on the last",
            d.normal(2, 3),
            d.normal(2, 3),
            (o, a, b) -> o.stack(-1, List.of(a, b, a))));
  }

  private static Stream<OpCase> picking(Draw d) {
    return Stream.of(
        unary(
            "split",
            d.normal(2, 6, 3),
            (o, x) -> {
              List<Tensor> pieces = o.split(x, 1, 2);
              return o.add(o.mul(pieces.get(0), pieces.get(1)), o.sin(pieces.get(2)));
            }),
        unary(
            "split of which a piece goes unused",
            d.normal(4, 3),
            (o, x) -> o.square(o.split(x, -2, 2).get(1))),
        unary("slice", d.normal(2, 5, 3), (o, x) -> o.slice(x, 1, 1, 4)),
        unary("slice of the last", d.normal(2, 5), (o, x) -> o.slice(x, -1, 4, 5)),
        unary(
            "gather over 0",
            d.normal(3, 2),
            (o, x) -> o.gather(x, 0, o.constant(new float[] {2, 0, 0, 1, 2, 2, 1, 1}, 4, 2))),
        unary(
            "gather over -1 of fewer rows",
            d.normal(3, 2, 4),
            (o, x) -> o.gather(x, -1, o.constant(new float[] {3, 0, 0, 3}, 2, 2, 1))),
        unary(
            "embedding",
            d.normal(5, 3),
            (o, x) -> o.embedding(o.constant(new float[] {4, 0, 4, 2}, 2, 2), x)),
        binary("detach", d.normal(3), d.normal(3), (o, a, b) -> o.mul(o.detach(o.square(a)), b))
            .with(OpCase.Nature.CUT));
  }
}
