package org.orrery.workbench.engine.nd4j;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ops.impl.controlflow.compat.StopGradient;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** The algebra, each operation as a node of a graph. */
final class Nd4jOps implements Ops {
  private static final double LARGEST = Float.MAX_VALUE;

  private final Graph graph;
  private final SameDiff sd;
  private final Products products;
  private final Normalisations normalisations;
  private final Selections selections;
  private final boolean training;

  Nd4jOps(Graph graph, boolean training) {
    this.graph = graph;
    this.sd = graph.sd();
    this.products = new Products(graph);
    this.normalisations = new Normalisations(graph, training);
    this.selections = new Selections(graph);
    this.training = training;
  }

  private static SDVariable v(Tensor tensor) {
    return ((Nd4jTensor) tensor).variable();
  }

  private static Nd4jTensor t(Tensor tensor) {
    return (Nd4jTensor) tensor;
  }

  private static Tensor map(Tensor x, UnaryOperator<SDVariable> f) {
    return new Nd4jTensor(f.apply(v(x)), x.shape());
  }

  /** The operand of a product of that shape; a single number may stay one. */
  private SDVariable operand(Tensor x, long[] shape) {
    return training && Shapes.length(x.shape()) > 1 ? graph.whole(v(x), x.shape(), shape) : v(x);
  }

  private static Tensor both(Tensor a, Tensor b, SDVariable result) {
    return new Nd4jTensor(result, Shapes.broadcast(a.shape(), b.shape()));
  }

  @Override
  public Tensor parameter(String name) {
    return graph.parameter(name);
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Tensor constant(float[] values, long... shape) {
    return graph.constant(values, shape);
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return both(a, b, v(a).add(v(b)));
  }

  @Override
  public Tensor sub(Tensor a, Tensor b) {
    return both(a, b, v(a).sub(v(b)));
  }

  @Override
  public Tensor mul(Tensor a, Tensor b) {
    long[] shape = Shapes.broadcast(a.shape(), b.shape());
    return new Nd4jTensor(operand(a, shape).mul(operand(b, shape)), shape);
  }

  @Override
  public Tensor div(Tensor a, Tensor b) {
    // SameDiff's gradient of a division by a single number is wrong; a whole shape is right.
    boolean single = Shapes.length(b.shape()) == 1 && Shapes.length(a.shape()) > 1;
    SDVariable divisor = single ? graph.whole(v(b), b.shape(), a.shape()) : v(b);
    return both(a, b, v(a).div(divisor));
  }

  @Override
  public Tensor add(Tensor a, double scalar) {
    return map(a, x -> x.add(scalar));
  }

  @Override
  public Tensor mul(Tensor a, double scalar) {
    return map(a, x -> x.mul(scalar));
  }

  @Override
  public Tensor greater(Tensor a, Tensor b) {
    return both(a, b, v(a).gt(v(b)).castTo(graph.type()));
  }

  @Override
  public Tensor where(Tensor condition, Tensor a, Tensor b) {
    return selections.where(t(condition), t(a), t(b));
  }

  @Override
  public Tensor square(Tensor x) {
    return map(x, a -> a.mul(a));
  }

  @Override
  public Tensor abs(Tensor x) {
    return map(x, sd.math()::abs);
  }

  @Override
  public Tensor pow(Tensor x, double exponent) {
    return map(x, a -> a.pow(exponent));
  }

  @Override
  public Tensor clamp(Tensor x, double min, double max) {
    return map(x, a -> sd.math().clipByValue(a, min, max));
  }

  @Override
  public Tensor sqrt(Tensor x) {
    return map(x, sd.math()::sqrt);
  }

  @Override
  public Tensor exp(Tensor x) {
    return map(x, sd.math()::exp);
  }

  @Override
  public Tensor log(Tensor x) {
    return map(x, a -> sd.math().log(a));
  }

  @Override
  public Tensor sin(Tensor x) {
    return map(x, sd.math()::sin);
  }

  @Override
  public Tensor cos(Tensor x) {
    return map(x, sd.math()::cos);
  }

  @Override
  public Tensor tanh(Tensor x) {
    return map(x, sd.math()::tanh);
  }

  @Override
  public Tensor sigmoid(Tensor x) {
    return map(x, sd.nn()::sigmoid);
  }

  @Override
  public Tensor relu(Tensor x) {
    return map(x, a -> sd.nn().relu(a, 0));
  }

  @Override
  public Tensor leakyRelu(Tensor x, double slope) {
    return map(x, a -> sd.nn().leakyRelu(a, slope));
  }

  @Override
  public Tensor softplus(Tensor x) {
    return map(x, this::softplus);
  }

  /** (x + |x|) / 2 + log(1 + exp(-|x|)): never overflows, and its slope at zero is a half. */
  private SDVariable softplus(SDVariable x) {
    SDVariable size = sd.math().abs(x);
    SDVariable rest = sd.math().log1p(sd.math().exp(size.neg()));
    return x.add(size).mul(0.5).add(rest);
  }

  @Override
  public Tensor silu(Tensor x) {
    return map(x, a -> a.mul(sd.nn().sigmoid(a)));
  }

  @Override
  public Tensor gelu(Tensor x) {
    return map(x, a -> a.mul(sd.math().erf(a.mul(Math.sqrt(0.5))).add(1)).mul(0.5));
  }

  @Override
  public Tensor matmul(Tensor a, Tensor b) {
    return products.matmul(t(a), t(b));
  }

  @Override
  public Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    Tensor product = products.linear(t(x), t(weight));
    return bias == null ? product : add(product, bias);
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return products.conv2d(t(x), t(weight), t(bias), stride, padding);
  }

  @Override
  public Tensor convTranspose2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return products.convTranspose2d(t(x), t(weight), t(bias), stride, padding);
  }

  @Override
  public Tensor avgPool2d(Tensor x, int k) {
    long rows = x.size(2) / k;
    long columns = x.size(3) / k;
    Tensor whole = slice(slice(x, 2, 0, rows * k), 3, 0, columns * k);
    return mean(reshape(whole, x.size(0), x.size(1), rows, k, columns, k), 3, 5);
  }

  @Override
  public Tensor upsample(Tensor x, int factor) {
    long n = x.size(0);
    long channels = x.size(1);
    Tensor apart = reshape(x, n, channels, x.size(2), 1, x.size(3), 1);
    Tensor repeated = expand(apart, n, channels, x.size(2), factor, x.size(3), factor);
    return reshape(repeated, n, channels, x.size(2) * factor, x.size(3) * factor);
  }

  @Override
  public Tensor attention(Tensor query, Tensor key, Tensor value, boolean causal) {
    Tensor scores = matmul(query, permute(key, 0, 1, 3, 2));
    scores = mul(scores, 1 / Math.sqrt(query.size(-1)));
    if (causal) {
      scores = add(scores, products.causalMask(query.size(2), key.size(2)));
    }
    return matmul(softmax(scores, -1), value);
  }

  @Override
  public Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta) {
    return normalisations.layer(t(x), t(gamma), t(beta));
  }

  @Override
  public Tensor groupNorm(Tensor x, int groups, Tensor gamma, Tensor beta) {
    return normalisations.group(t(x), groups, t(gamma), t(beta));
  }

  @Override
  public Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, String running) {
    return normalisations.batch(t(x), t(gamma), t(beta), running);
  }

  @Override
  public Tensor dropout(Tensor x, double p) {
    return training && p > 0 ? mul(x, graph.mask(x.shape(), p)) : x;
  }

  @Override
  public Tensor softmax(Tensor x, int dimension) {
    int last = x.shape().length - 1;
    int d = Shapes.dimension(dimension, last + 1);
    if (d == last) {
      return map(x, a -> sd.nn().softmax(a, last));
    }
    // Its kernel gives wrong sums over a dimension that others of length one follow.
    int[] swapped = IntStream.rangeClosed(0, last).toArray();
    swapped[d] = last;
    swapped[last] = d;
    return permute(softmax(permute(x, swapped), last), swapped);
  }

  @Override
  public Tensor logSoftmax(Tensor x, int dimension) {
    int d = Shapes.dimension(dimension, x.shape().length);
    return sub(x, reshape(logSumExp(x, d), Shapes.with(x.shape(), d, 1)));
  }

  @Override
  public Tensor reshape(Tensor x, long... shape) {
    long[] wanted = Shapes.inferred(x.shape(), shape);
    if (Arrays.equals(wanted, x.shape())) {
      return x;
    }
    SDVariable same = wanted.length == 0 ? sd.sum(v(x)) : sd.reshape(v(x), wanted);
    return new Nd4jTensor(same, wanted);
  }

  @Override
  public Tensor permute(Tensor x, int... dimensions) {
    int rank = x.shape().length;
    int[] order = Arrays.stream(dimensions).map(d -> Shapes.dimension(d, rank)).toArray();
    long[] shape = Arrays.stream(order).mapToLong(d -> x.shape()[d]).toArray();
    return new Nd4jTensor(sd.permute(v(x), order), shape);
  }

  @Override
  public Tensor concat(int dimension, List<Tensor> parts) {
    Tensor first = parts.get(0);
    if (parts.size() == 1) {
      return first;
    }
    int d = Shapes.dimension(dimension, first.shape().length);
    long length = parts.stream().mapToLong(part -> part.size(d)).sum();
    SDVariable[] variables = parts.stream().map(Nd4jOps::v).toArray(SDVariable[]::new);
    return new Nd4jTensor(sd.concat(d, variables), Shapes.with(first.shape(), d, length));
  }

  @Override
  public Tensor expand(Tensor x, long... shape) {
    return selections.expand(t(x), Shapes.expanded(x.shape(), shape));
  }

  @Override
  public Tensor gather(Tensor x, int dimension, Tensor index) {
    return selections.gather(t(x), Shapes.dimension(dimension, x.shape().length), t(index));
  }

  @Override
  public Tensor embedding(Tensor indices, Tensor weight) {
    return selections.rows(t(indices), t(weight));
  }

  @Override
  public List<Tensor> split(Tensor x, int dimension, long length) {
    int d = Shapes.dimension(dimension, x.shape().length);
    if (x.size(d) % length != 0) {
      throw new IllegalArgumentException(
          "split of dimension %d, %d long: expected a multiple of %d"
              .formatted(dimension, x.size(d), length));
    }
    int pieces = Math.toIntExact(x.size(d) / length);
    long[] shape = Shapes.with(x.shape(), d, length);
    return pieces == 1
        ? List.of(x)
        : Arrays.stream(sd.split(v(x), pieces, d))
            .map(piece -> (Tensor) new Nd4jTensor(piece, shape))
            .toList();
  }

  @Override
  public Tensor slice(Tensor x, int dimension, long from, long to) {
    int d = Shapes.dimension(dimension, x.shape().length);
    if (from < 0 || to > x.size(d) || from >= to) {
      throw new IllegalArgumentException(
          "slice %d to %d of dimension %d of %s: expected 0 <= from < to <= %d"
              .formatted(from, to, dimension, Shapes.show(x.shape()), x.size(d)));
    }
    if (to - from == x.size(d)) {
      return x;
    }
    long[] shape = Shapes.with(x.shape(), d, to - from);
    int[] begin = new int[shape.length];
    begin[d] = (int) from;
    int[] size = Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
    return new Nd4jTensor(sd.slice(v(x), begin, size), shape);
  }

  @Override
  public Tensor sum(Tensor x, int... dimensions) {
    int[] ds = dimensions(x, dimensions);
    return new Nd4jTensor(sd.sum(v(x), ds), Shapes.without(x.shape(), ds));
  }

  @Override
  public Tensor mean(Tensor x, int... dimensions) {
    int[] ds = dimensions(x, dimensions);
    return new Nd4jTensor(sd.mean(v(x), ds), Shapes.without(x.shape(), ds));
  }

  private static int[] dimensions(Tensor x, int... dimensions) {
    int rank = x.shape().length;
    return dimensions.length == 0
        ? java.util.stream.IntStream.range(0, rank).toArray()
        : Arrays.stream(dimensions).map(d -> Shapes.dimension(d, rank)).toArray();
  }

  @Override
  public Tensor amax(Tensor x, int... dimensions) {
    return selections.largest(t(x), dimensions(x, dimensions));
  }

  @Override
  public Tensor logSumExp(Tensor x, int... dimensions) {
    int[] over = dimensions(x, dimensions);
    // Finite, so that infinite elements give infinity and not their difference, NaN.
    SDVariable top =
        new StopGradient(sd, sd.math().clipByValue(v(x).max(true, over), -LARGEST, LARGEST))
            .outputVariable();
    SDVariable sum = sd.sum(sd.math().exp(v(x).sub(top)), over);
    long[] shape = Shapes.without(x.shape(), over);
    Tensor back = reshape(new Nd4jTensor(top, Shapes.kept(x.shape(), over)), shape);
    return new Nd4jTensor(sd.math().log(sum).add(v(back)), shape);
  }

  @Override
  public Tensor bceWithLogits(Tensor logits, Tensor targets) {
    SDVariable x = v(logits);
    SDVariable loss = softplus(x).sub(x.mul(v(targets)));
    return mean(new Nd4jTensor(loss, Shapes.broadcast(logits.shape(), targets.shape())));
  }

  @Override
  public Tensor detach(Tensor x) {
    return map(x, a -> new StopGradient(sd, a).outputVariable());
  }
}
