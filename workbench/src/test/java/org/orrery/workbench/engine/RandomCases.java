package org.orrery.workbench.engine;

import static org.orrery.workbench.engine.OpCase.binary;
import static org.orrery.workbench.engine.OpCase.of;
import static org.orrery.workbench.engine.OpCase.unary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Operations on operands of drawn shapes, which nobody thought of; a name says its shapes. */
final class RandomCases {
  private static final int ROUNDS = 5;
  private static final int LONGEST = 5;

  private final Draw d;
  private final String round;

  private RandomCases(int round) {
    this.d = new Draw(1000 + round);
    this.round = ", draw " + round;
  }

  static Stream<OpCase> all() {
    return IntStream.rangeClosed(1, ROUNDS)
        .mapToObj(RandomCases::new)
        .flatMap(
            cases ->
                Stream.of(
                        cases.arithmetic(),
                        cases.pointwise(),
                        cases.products(),
                        cases.pictures(),
                        cases.normalisations(),
                        cases.moves(),
                        cases.picks(),
                        cases.reductions())
                    .flatMap(some -> some));
  }

  // Shapes.

  private long[] shape(int leastRank, int mostRank) {
    return longs(d.between(leastRank, mostRank), 1);
  }

  private long[] longs(int count, int least) {
    return IntStream.range(0, count).mapToLong(i -> d.between(least, LONGEST)).toArray();
  }

  /** The shape with some of its dimensions of length one, and perhaps without the first ones. */
  private long[] narrowed(long[] whole, boolean[] keep) {
    long[] shape = whole.clone();
    for (int i = 0; i < shape.length; i++) {
      if (!keep[i] && d.between(0, 1) == 0) {
        shape[i] = 1;
      }
    }
    int from = 0;
    while (from < shape.length - 1 && shape[from] == 1 && d.between(0, 1) == 0) {
      from++;
    }
    return Arrays.copyOfRange(shape, from, shape.length);
  }

  /** Two shapes that broadcast to one. */
  private List<long[]> broadcast(long[] whole) {
    boolean[] first = new boolean[whole.length];
    boolean[] second = new boolean[whole.length];
    for (int i = 0; i < whole.length; i++) {
      first[i] = d.between(0, 1) == 0;
      second[i] = !first[i];
    }
    return List.of(narrowed(whole, first), narrowed(whole, second));
  }

  private int dimension(long[] shape) {
    int at = d.between(0, shape.length - 1);
    return d.between(0, 1) == 0 ? at : at - shape.length;
  }

  private int[] dimensions(long[] shape) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, shape.length).boxed().toList());
    while (all.size() > 1 && d.between(0, 1) == 0) {
      all.remove(d.between(0, all.size() - 1));
    }
    return all.stream().mapToInt(i -> i).toArray();
  }

  private static long[] with(long[] shape, int dimension, long length) {
    long[] other = shape.clone();
    other[dimension < 0 ? dimension + shape.length : dimension] = length;
    return other;
  }

  private static long[] join(long[] first, long... last) {
    return Stream.of(first, last).flatMapToLong(Arrays::stream).toArray();
  }

  private float[] indices(int count, long below) {
    float[] drawn = new float[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = d.between(0, (int) below - 1);
    }
    return drawn;
  }

  private OpCase one(String name, INDArray x, BiFunction<Ops, Tensor, Tensor> op) {
    return unary(named(name, List.of(x)), x, op);
  }

  private OpCase two(String name, INDArray a, INDArray b, OpCase.Binary op) {
    return binary(named(name, List.of(a, b)), a, b, op);
  }

  private OpCase many(
      String name, Map<String, INDArray> values, BiFunction<Ops, Map<String, Tensor>, Tensor> op) {
    return of(named(name, values.values()), values, op);
  }

  private String named(String name, Iterable<INDArray> operands) {
    StringBuilder text = new StringBuilder(name);
    operands.forEach(operand -> text.append(' ').append(Arrays.toString(operand.shape())));
    return text.append(round).toString();
  }

  private static Map<String, INDArray> operands(Object... pairs) {
    Map<String, INDArray> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], (INDArray) pairs[i + 1]);
    }
    return values;
  }

  // Operations.

  private Stream<OpCase> arithmetic() {
    Map<String, OpCase.Binary> pairs = new LinkedHashMap<>();
    pairs.put("add", Ops::add);
    pairs.put("sub", Ops::sub);
    pairs.put("mul", Ops::mul);
    pairs.put("div", Ops::div);
    pairs.put("where", (o, a, b) -> o.where(o.greater(a, b), o.square(a), b));
    return pairs.entrySet().stream()
        .map(
            pair -> {
              List<long[]> shapes = broadcast(shape(1, 4));
              return two(
                  pair.getKey(),
                  d.normal(shapes.get(0)),
                  d.positive(shapes.get(1)),
                  pair.getValue());
            });
  }

  private Stream<OpCase> pointwise() {
    Map<String, BiFunction<Ops, Tensor, Tensor>> functions = new LinkedHashMap<>();
    functions.put("square", Ops::square);
    functions.put("abs", Ops::abs);
    functions.put("pow", (o, x) -> o.pow(x, 2.5));
    functions.put("clamp", (o, x) -> o.clamp(x, 0.7, 1.2));
    functions.put("sqrt", Ops::sqrt);
    functions.put("exp", Ops::exp);
    functions.put("log", Ops::log);
    functions.put("sin", Ops::sin);
    functions.put("cos", Ops::cos);
    functions.put("tanh", Ops::tanh);
    functions.put("sigmoid", Ops::sigmoid);
    functions.put("relu", (o, x) -> o.relu(o.add(x, -1)));
    functions.put("leakyRelu", (o, x) -> o.leakyRelu(o.add(x, -1), 0.2));
    functions.put("softplus", Ops::softplus);
    functions.put("silu", Ops::silu);
    functions.put("gelu", Ops::gelu);
    functions.put("mul scalar", (o, x) -> o.mul(x, -1.3));
    return functions.entrySet().stream()
        .map(function -> one(function.getKey(), d.positive(shape(1, 5)), function.getValue()));
  }

  private Stream<OpCase> products() {
    List<long[]> batches = broadcast(shape(1, 2));
    long[] size = longs(3, 1);
    long in = d.between(1, LONGEST);
    long out = d.between(1, LONGEST);
    long[] heads = longs(4, 1);
    long keys = d.between(1, LONGEST);
    long width = d.between(1, LONGEST);
    long[] sequence = longs(3, 1);
    return Stream.of(
        two(
            "matmul",
            d.normal(join(batches.get(0), size[0], size[1])),
            d.normal(join(batches.get(1), size[1], size[2])),
            Ops::matmul),
        many(
            "linear",
            operands(
                "x", d.normal(join(shape(1, 3), in)), "w", d.normal(out, in), "b", d.normal(out)),
            (o, v) -> o.linear(v.get("x"), v.get("w"), v.get("b"))),
        many(
            "attention",
            operands(
                "q", d.normal(heads),
                "k", d.normal(with(heads, 2, keys)),
                "v", d.normal(with(heads, 2, keys))),
            (o, v) -> o.attention(v.get("q"), v.get("k"), v.get("v"), false)),
        many(
            "causal attention",
            operands("q", d.normal(heads), "k", d.normal(heads), "v", d.normal(heads)),
            (o, v) -> o.attention(v.get("q"), v.get("k"), v.get("v"), true)),
        many(
            "gru",
            operands(
                "x", d.normal(sequence),
                "h", d.normal(sequence[1], width),
                "wx", d.normal(3 * width, sequence[2]),
                "bx", d.normal(3 * width),
                "wh", d.normal(3 * width, width),
                "bh", d.normal(3 * width)),
            (o, v) ->
                o.gru(v.get("x"), v.get("h"), v.get("wx"), v.get("bx"), v.get("wh"), v.get("bh"))));
  }

  private Stream<OpCase> pictures() {
    int kernel = d.between(1, 4);
    int stride = d.between(1, 3);
    int padding = d.between(0, (kernel - 1) / 2);
    long[] channels = longs(3, 1);
    long height = kernel + d.between(0, 4);
    long wide = kernel + d.between(0, 4);
    int k = d.between(1, 3);
    String how = " stride %d padding %d".formatted(stride, padding);
    return Stream.of(
        many(
            "conv2d" + how,
            operands(
                "x", d.normal(channels[0], channels[1], height, wide),
                "w", d.normal(channels[2], channels[1], kernel, kernel),
                "b", d.normal(channels[2])),
            (o, v) -> o.conv2d(v.get("x"), v.get("w"), v.get("b"), stride, padding)),
        many(
            "convTranspose2d" + how,
            operands(
                "x", d.normal(channels[0], channels[1], d.between(1, 4), d.between(1, 4)),
                "w", d.normal(channels[1], channels[2], kernel, kernel),
                "b", d.normal(channels[2])),
            (o, v) -> o.convTranspose2d(v.get("x"), v.get("w"), v.get("b"), stride, padding)),
        one(
            "avgPool2d by " + k,
            d.normal(channels[0], channels[1], k + d.between(0, 4), k + d.between(0, 4)),
            (o, x) -> o.avgPool2d(x, k)),
        one("upsample by " + k, d.normal(longs(4, 1)), (o, x) -> o.upsample(x, k)));
  }

  private Stream<OpCase> normalisations() {
    long features = d.between(2, LONGEST);
    int groups = d.between(1, 3);
    long channels = (long) groups * d.between(1, 3);
    long[] rest = longs(d.between(1, 2), 2);
    long[] shape = shape(1, 4);
    int over = dimension(shape);
    return Stream.of(
        many(
            "layerNorm",
            operands(
                "x",
                d.normal(join(shape(1, 3), features)),
                "g",
                d.positive(features),
                "b",
                d.normal(features)),
            (o, v) -> o.layerNorm(v.get("x"), v.get("g"), v.get("b"))),
        many(
            "groupNorm of " + groups,
            operands(
                "x",
                d.normal(join(new long[] {d.between(1, 3), channels}, rest)),
                "g",
                d.positive(channels),
                "b",
                d.normal(channels)),
            (o, v) -> o.groupNorm(v.get("x"), groups, v.get("g"), v.get("b"))),
        many(
            "batchNorm",
            operands("x", d.normal(d.between(3, 7), 6), "g", d.positive(6), "b", d.normal(6)),
            (o, v) -> o.batchNorm(v.get("x"), v.get("g"), v.get("b"), "bn")),
        many(
            "batchNorm of channels",
            operands(
                "x",
                d.normal(d.between(2, 4), 6, d.between(2, 4), d.between(2, 4)),
                "g",
                d.positive(6),
                "b",
                d.normal(6)),
            (o, v) -> o.batchNorm(v.get("x"), v.get("g"), v.get("b"), "bn")),
        one("softmax over " + over, d.normal(3.0, shape), (o, x) -> o.softmax(x, over)),
        one("logSoftmax over " + over, d.normal(9.0, shape), (o, x) -> o.logSoftmax(x, over)));
  }

  private Stream<OpCase> moves() {
    long[] shape = shape(2, 4);
    List<Integer> order = new ArrayList<>(IntStream.range(0, shape.length).boxed().toList());
    Collections.shuffle(order, new java.util.Random(d.between(0, 1_000_000)));
    int[] to = order.stream().mapToInt(i -> i).toArray();
    int at = dimension(shape);
    long[] whole = shape(2, 4);
    long[] narrow = broadcast(whole).get(0);
    int added = d.between(-shape.length - 1, shape.length);
    return Stream.of(
        one("permute to " + order, d.normal(shape), (o, x) -> o.permute(x, to)),
        one(
            "reshape of a permuted to " + order,
            d.normal(shape),
            (o, x) -> o.reshape(o.permute(x, to), shape[to[0]], -1)),
        one("unsqueeze at " + added, d.normal(shape), (o, x) -> o.unsqueeze(x, added)),
        one("expand to " + Arrays.toString(whole), d.normal(narrow), (o, x) -> o.expand(x, whole)),
        two(
            "concat over " + at,
            d.normal(with(shape, at, d.between(1, LONGEST))),
            d.normal(with(shape, at, d.between(1, LONGEST))),
            (o, a, b) -> o.concat(at, List.of(a, b, o.sin(a)))),
        two(
            "stack at " + added,
            d.normal(shape),
            d.normal(shape),
            (o, a, b) -> o.stack(added, List.of(a, b, o.mul(a, b)))));
  }

  private Stream<OpCase> picks() {
    long[] shape = shape(2, 4);
    int at = dimension(shape);
    int axis = at < 0 ? at + shape.length : at;
    int pieces = d.between(1, 3);
    long piece = d.between(1, 3);
    int used = d.between(0, pieces - 1);
    int from = d.between(0, (int) shape[axis] - 1);
    int until = d.between(from + 1, (int) shape[axis]);
    long[] picked = with(shape, at, d.between(1, LONGEST));
    float[] rows = indices((int) Arrays.stream(picked).reduce(1, (a, b) -> a * b), shape[axis]);
    long[] words = shape(1, 3);
    long vocabulary = d.between(1, LONGEST);
    float[] said = indices((int) Arrays.stream(words).reduce(1, (a, b) -> a * b), vocabulary);
    return Stream.of(
        one(
            "split into %d over %d".formatted(pieces, at),
            d.normal(with(shape, at, pieces * piece)),
            (o, x) -> o.square(o.split(x, at, piece).get(used))),
        one(
            "slice %d to %d over %d".formatted(from, until, at),
            d.normal(shape),
            (o, x) -> o.slice(x, at, from, until)),
        one(
            "gather %s over %d".formatted(Arrays.toString(picked), at),
            d.normal(shape),
            (o, x) -> o.gather(x, at, o.constant(rows, picked))),
        one(
            "embedding of " + Arrays.toString(words),
            d.normal(vocabulary, d.between(1, LONGEST)),
            (o, x) -> o.embedding(o.constant(said, words), x)));
  }

  private Stream<OpCase> reductions() {
    long[] shape = shape(1, 4);
    int[] over = dimensions(shape);
    String which = " over " + Arrays.toString(over);
    long[] pair = shape(1, 4);
    return Stream.of(
        one("sum" + which, d.normal(shape), (o, x) -> o.sum(x, over)),
        one("mean" + which, d.normal(shape), (o, x) -> o.mean(x, over)),
        one("amax" + which, d.normal(shape), (o, x) -> o.amax(x, over)),
        one("amin" + which, d.normal(shape), (o, x) -> o.amin(x, over)),
        one("logSumExp" + which, d.normal(9.0, shape), (o, x) -> o.logSumExp(x, over)),
        two("mse", d.normal(pair), d.normal(pair), Ops::mse),
        two("bceWithLogits", d.normal(30.0, pair), d.positive(pair).subi(0.5), Ops::bceWithLogits));
  }
}
