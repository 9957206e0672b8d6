package org.orrery.workbench.engine.torch;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** The algebra, each operation at once on libtorch. */
final class TorchOps implements Ops {
  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Map<String, org.bytedeco.pytorch.Tensor> parameters;
  private final boolean training;
  private final Arithmetic arithmetic;
  private final Map<org.bytedeco.pytorch.Tensor, TensorOptional> optionals =
      new IdentityHashMap<>();
  private final Columns columns;

  TorchOps(
      Map<String, org.bytedeco.pytorch.Tensor> parameters,
      boolean training,
      Arithmetic arithmetic,
      Columns columns) {
    this.parameters = parameters;
    this.training = training;
    this.arithmetic = arithmetic;
    this.columns = columns;
  }

  private static org.bytedeco.pytorch.Tensor t(Tensor tensor) {
    return ((TorchTensor) tensor).value();
  }

  /** The operand of a product, which may be of fewer digits. */
  private org.bytedeco.pytorch.Tensor p(Tensor tensor) {
    return arithmetic.product(t(tensor));
  }

  /** The operand of what needs all digits. */
  private org.bytedeco.pytorch.Tensor e(Tensor tensor) {
    return arithmetic.exact(t(tensor));
  }

  private TensorOptional optionalProduct(Tensor tensor) {
    return tensor == null ? new TensorOptional() : optional(p(tensor));
  }

  /** An optional argument, made once for each tensor: parameters come again and again. */
  private TensorOptional optional(org.bytedeco.pytorch.Tensor tensor) {
    return optionals.computeIfAbsent(tensor, key -> new TensorOptional(key));
  }

  private static Tensor w(org.bytedeco.pytorch.Tensor tensor) {
    return new TorchTensor(tensor);
  }

  private TensorOptional optional(Tensor tensor) {
    return tensor == null ? new TensorOptional() : optional(t(tensor));
  }

  @Override
  public Tensor parameter(String name) {
    return w(raw(name));
  }

  private org.bytedeco.pytorch.Tensor raw(String name) {
    org.bytedeco.pytorch.Tensor parameter = parameters.get(name);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter is named " + name + "; there are " + parameters.keySet());
    }
    return parameter;
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public Tensor constant(float[] values, long... shape) {
    return w(arithmetic.constant(values, shape));
  }

  @Override
  public Tensor add(Tensor a, Tensor b) {
    return w(t(a).add(t(b)));
  }

  @Override
  public Tensor sub(Tensor a, Tensor b) {
    return w(t(a).sub(t(b)));
  }

  @Override
  public Tensor mul(Tensor a, Tensor b) {
    return w(t(a).mul(t(b)));
  }

  @Override
  public Tensor div(Tensor a, Tensor b) {
    return w(e(a).div(e(b)));
  }

  @Override
  public Tensor add(Tensor a, double scalar) {
    return w(t(a).add(new Scalar(scalar)));
  }

  @Override
  public Tensor mul(Tensor a, double scalar) {
    return w(t(a).mul(new Scalar(scalar)));
  }

  @Override
  public Tensor greater(Tensor a, Tensor b) {
    return w(e(a).gt(e(b)).to(e(a).scalar_type()));
  }

  @Override
  public Tensor where(Tensor condition, Tensor a, Tensor b) {
    return w(torch.where(t(condition).ne(new Scalar(0)), t(a), t(b)));
  }

  @Override
  public Tensor square(Tensor x) {
    return w(e(x).square());
  }

  @Override
  public Tensor abs(Tensor x) {
    return w(t(x).abs());
  }

  @Override
  public Tensor pow(Tensor x, double exponent) {
    return w(e(x).pow(new Scalar(exponent)));
  }

  @Override
  public Tensor clamp(Tensor x, double min, double max) {
    return w(t(x).clamp(new ScalarOptional(new Scalar(min)), new ScalarOptional(new Scalar(max))));
  }

  @Override
  public Tensor sqrt(Tensor x) {
    return w(e(x).sqrt());
  }

  @Override
  public Tensor exp(Tensor x) {
    return w(e(x).exp());
  }

  @Override
  public Tensor log(Tensor x) {
    return w(e(x).log());
  }

  @Override
  public Tensor sin(Tensor x) {
    return w(e(x).sin());
  }

  @Override
  public Tensor cos(Tensor x) {
    return w(e(x).cos());
  }

  @Override
  public Tensor tanh(Tensor x) {
    return w(t(x).tanh());
  }

  @Override
  public Tensor sigmoid(Tensor x) {
    return w(t(x).sigmoid());
  }

  @Override
  public Tensor relu(Tensor x) {
    return w(t(x).relu());
  }

  @Override
  public Tensor leakyRelu(Tensor x, double slope) {
    return w(torch.leaky_relu(t(x), new Scalar(slope)));
  }

  @Override
  public Tensor softplus(Tensor x) {
    return w(torch.softplus(e(x)));
  }

  @Override
  public Tensor silu(Tensor x) {
    return w(torch.silu(t(x)));
  }

  @Override
  public Tensor gelu(Tensor x) {
    return w(torch.gelu(t(x)));
  }

  @Override
  public Tensor matmul(Tensor a, Tensor b) {
    return w(p(a).matmul(p(b)));
  }

  @Override
  public Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    org.bytedeco.pytorch.Tensor rows = p(x);
    org.bytedeco.pytorch.Tensor matrix = p(weight);
    return w(
        torch.linear(rows, training ? matrix : columns.of(matrix, rows), optionalProduct(bias)));
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return w(
        torch.conv2d(
            p(x), p(weight), optionalProduct(bias), pair(stride), pair(padding), pair(1), 1));
  }

  @Override
  public Tensor convTranspose2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return w(
        torch.conv_transpose2d(
            p(x),
            p(weight),
            optionalProduct(bias),
            pair(stride),
            pair(padding),
            pair(0),
            1,
            pair(1)));
  }

  /** libtorch's own, one call for all steps; it takes operands of one type only. */
  @Override
  public Tensor gru(
      Tensor x,
      Tensor state,
      Tensor fromInput,
      Tensor inputBias,
      Tensor fromState,
      Tensor stateBias) {
    TensorVector weights = new TensorVector(p(fromInput), p(fromState), p(inputBias), p(stateBias));
    return w(
        torch.gru(p(x), p(state).unsqueeze(0), weights, true, 1, 0, training, false, false).get0());
  }

  private static long[] pair(long value) {
    return new long[] {value, value};
  }

  @Override
  public Tensor avgPool2d(Tensor x, int k) {
    return w(torch.avg_pool2d(t(x), pair(k), pair(k), pair(0), false, true, new LongOptional()));
  }

  @Override
  public Tensor upsample(Tensor x, int factor) {
    long[] size = {x.size(2) * factor, x.size(3) * factor};
    return w(torch.upsample_nearest2d(t(x), size));
  }

  @Override
  public Tensor attention(Tensor query, Tensor key, Tensor value, boolean causal) {
    return w(
        torch.scaled_dot_product_attention(
            arithmetic.attended(t(query)),
            arithmetic.attended(t(key)),
            arithmetic.attended(t(value)),
            new TensorOptional(),
            0,
            causal,
            new DoubleOptional(),
            false));
  }

  @Override
  public Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta) {
    return w(
        torch.layer_norm(
            e(x), new long[] {x.size(-1)}, optional(gamma), optional(beta), EPSILON, true));
  }

  @Override
  public Tensor groupNorm(Tensor x, int groups, Tensor gamma, Tensor beta) {
    return w(torch.group_norm(e(x), groups, optional(gamma), optional(beta), EPSILON, true));
  }

  @Override
  public Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, String running) {
    return w(
        torch.batch_norm(
            e(x),
            optional(gamma),
            optional(beta),
            optional(raw(running + ".running_mean")),
            optional(raw(running + ".running_var")),
            training,
            MOMENTUM,
            EPSILON,
            true));
  }

  @Override
  public Tensor dropout(Tensor x, double p) {
    return training && p > 0 ? w(torch.dropout(t(x), p, true)) : x;
  }

  @Override
  public Tensor softmax(Tensor x, int dimension) {
    return w(torch.softmax(e(x), dimension));
  }

  @Override
  public Tensor logSoftmax(Tensor x, int dimension) {
    return w(torch.log_softmax(e(x), dimension));
  }

  @Override
  public Tensor reshape(Tensor x, long... shape) {
    return w(t(x).reshape(shape));
  }

  @Override
  public Tensor permute(Tensor x, int... dimensions) {
    return w(t(x).permute(longs(dimensions)));
  }

  @Override
  public Tensor concat(int dimension, List<Tensor> parts) {
    TensorVector vector = new TensorVector();
    parts.forEach(part -> vector.push_back(t(part)));
    return w(torch.cat(vector, dimension));
  }

  @Override
  public Tensor expand(Tensor x, long... shape) {
    return w(t(x).expand(shape));
  }

  @Override
  public Tensor gather(Tensor x, int dimension, Tensor index) {
    int along = dimension < 0 ? dimension + x.shape().length : dimension;
    return picked(
        "gather along dimension " + along,
        t(index).to(torch.kLong()),
        x.size(along),
        whole -> t(x).gather(along, whole));
  }

  @Override
  public Tensor embedding(Tensor indices, Tensor weight) {
    return picked(
        "embedding",
        t(indices).to(torch.kLong()),
        weight.size(0),
        whole -> torch.embedding(t(weight), whole));
  }

  /** What an index picks; an error of libtorch's that the index is to blame for is said plainly. */
  private static Tensor picked(
      String what,
      org.bytedeco.pytorch.Tensor index,
      long bound,
      UnaryOperator<org.bytedeco.pytorch.Tensor> pick) {
    try {
      return w(pick.apply(index));
    } catch (RuntimeException e) {
      long least = index.min().item_long();
      long most = index.max().item_long();
      if (least >= 0 && most < bound) {
        throw e;
      }
      throw new IllegalArgumentException(
          "%s: index %d is out of range; expected 0 to %d"
              .formatted(what, least < 0 ? least : most, bound - 1),
          e);
    }
  }

  @Override
  public List<Tensor> split(Tensor x, int dimension, long length) {
    if (x.size(dimension) % length != 0) {
      throw new IllegalArgumentException(
          "split of dimension %d, %d long: expected a multiple of %d"
              .formatted(dimension, x.size(dimension), length));
    }
    TensorVector pieces = torch.split(t(x), length, dimension);
    return LongStream.range(0, pieces.size()).mapToObj(i -> w(pieces.get(i))).toList();
  }

  @Override
  public Tensor slice(Tensor x, int dimension, long from, long to) {
    org.bytedeco.pytorch.Tensor all = t(x);
    return from == 0 && to == all.size(dimension) ? x : w(all.narrow(dimension, from, to - from));
  }

  @Override
  public Tensor sum(Tensor x, int... dimensions) {
    return dimensions.length == 0
        ? w(e(x).sum())
        : w(e(x).sum(longs(dimensions), false, new ScalarTypeOptional()));
  }

  @Override
  public Tensor mean(Tensor x, int... dimensions) {
    return dimensions.length == 0
        ? w(e(x).mean())
        : w(e(x).mean(longs(dimensions), false, new ScalarTypeOptional()));
  }

  @Override
  public Tensor amax(Tensor x, int... dimensions) {
    return w(e(x).amax(over(x, dimensions), false));
  }

  @Override
  public Tensor logSumExp(Tensor x, int... dimensions) {
    return w(e(x).logsumexp(over(x, dimensions), false));
  }

  /** These dimensions, or all of them where none is named. */
  private static long[] over(Tensor x, int[] dimensions) {
    return dimensions.length == 0
        ? LongStream.range(0, x.shape().length).toArray()
        : longs(dimensions);
  }

  @Override
  public Tensor bceWithLogits(Tensor logits, Tensor targets) {
    return w(torch.binary_cross_entropy_with_logits(e(logits), e(targets)));
  }

  @Override
  public Tensor mse(Tensor a, Tensor b) {
    return mean(square(w(e(a).sub(e(b)))));
  }

  @Override
  public Tensor detach(Tensor x) {
    return w(t(x).detach());
  }

  private static long[] longs(int[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = values[i];
    }
    return longs;
  }
}
