package org.orrery.workbench.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * The tensor operations in which every model is written once.
 *
 * <pre>{@code
 * Tensor hidden = ops.relu(ops.linear(x, ops.parameter("fc.weight"), ops.parameter("fc.bias")));
 * Tensor loss = ops.mean(ops.square(ops.sub(hidden, target)));
 * }</pre>
 *
 * <p>Binary operations broadcast as NumPy does. Negative dimensions count from the end. Semantics
 * follow PyTorch's functions of the same name, so that weights can be exchanged with it.
 */
public interface Ops {

  /**
   * A parameter of the network by its name; an unknown name is refused with the names there are.
   */
  Tensor parameter(String name);

  /** Whether this is a training step (dropout drops, batch normalisation uses the batch). */
  boolean training();

  /** A constant, row-major, of the given shape. */
  Tensor constant(float[] values, long... shape);

  // Element-wise, two operands.

  Tensor add(Tensor a, Tensor b);

  Tensor sub(Tensor a, Tensor b);

  Tensor mul(Tensor a, Tensor b);

  Tensor div(Tensor a, Tensor b);

  Tensor add(Tensor a, double scalar);

  Tensor mul(Tensor a, double scalar);

  /** One where a is greater than b, zero elsewhere; no gradient flows. */
  Tensor greater(Tensor a, Tensor b);

  /** Elements of a where the condition is not zero, of b elsewhere; the three broadcast. */
  Tensor where(Tensor condition, Tensor a, Tensor b);

  // Element-wise, one operand.

  Tensor square(Tensor x);

  Tensor abs(Tensor x);

  Tensor pow(Tensor x, double exponent);

  /** Elements below {@code min} become min, above {@code max} max; infinity for no limit. */
  Tensor clamp(Tensor x, double min, double max);

  Tensor sqrt(Tensor x);

  Tensor exp(Tensor x);

  Tensor log(Tensor x);

  Tensor sin(Tensor x);

  Tensor cos(Tensor x);

  Tensor tanh(Tensor x);

  Tensor sigmoid(Tensor x);

  Tensor relu(Tensor x);

  /** x above zero, slope times x below (Maas et al. 2013, eq. 2). */
  Tensor leakyRelu(Tensor x, double slope);

  /** {@code log(1 + exp(x))}, which never overflows. */
  Tensor softplus(Tensor x);

  /** {@code x sigmoid(x)} (Hendrycks and Gimpel 2016, section 2). */
  Tensor silu(Tensor x);

  /** The exact Gaussian error linear unit, x * Phi(x) (Hendrycks and Gimpel 2016, eq. 1). */
  Tensor gelu(Tensor x);

  // Products.

  /** Matrix product over the last two dimensions, broadcasting the others. */
  Tensor matmul(Tensor a, Tensor b);

  /** {@code x W' + b}: x [..., in], weight [out, in], bias [out] or null for none. */
  Tensor linear(Tensor x, Tensor weight, Tensor bias);

  /** The linear layer of parameters {@code name.weight} and {@code name.bias}. */
  default Tensor linear(Tensor x, String name) {
    return linear(x, parameter(name + ".weight"), parameter(name + ".bias"));
  }

  /** Cross-correlation: x [batch, in, h, w], weight [out, in, kh, kw], bias [out]. */
  Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding);

  /**
   * The transpose of {@link #conv2d}: x [batch, in, h, w], weight [in, out, kh, kw], bias [out].
   */
  Tensor convTranspose2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding);

  /** Mean over non-overlapping k by k squares of [batch, channel, h, w]. */
  Tensor avgPool2d(Tensor x, int k);

  /** Repeats each pixel of [batch, channel, h, w] factor by factor times (nearest neighbour). */
  Tensor upsample(Tensor x, int factor);

  /** softmax(q k' / sqrt(d)) v over [batch, head, time, d] (Vaswani et al. 2017, eq. 1). */
  Tensor attention(Tensor query, Tensor key, Tensor value, boolean causal);

  /**
   * States of a gated recurrent unit (Cho et al. 2014, eq. 5 to 8; the reset gate acts on the
   * product, as in PyTorch's GRU): x [time, batch, in] and the state before it [batch, width] to
   * [time, batch, width].
   *
   * @param fromInput [3 width, in], rows of the reset gate, the update gate and the candidate
   * @param fromState [3 width, width], likewise
   */
  default Tensor gru(
      Tensor x,
      Tensor state,
      Tensor fromInput,
      Tensor inputBias,
      Tensor fromState,
      Tensor stateBias) {
    long batch = state.size(0);
    long width = state.size(1);
    List<Tensor> states = new ArrayList<>();
    Tensor h = state;
    Tensor rows = reshape(linear(x, fromInput, inputBias), -1, 3 * width);
    for (Tensor step : split(rows, 0, batch)) {
      List<Tensor> in = split(step, 1, width);
      List<Tensor> before = split(linear(h, fromState, stateBias), 1, width);
      Tensor reset = sigmoid(add(in.get(0), before.get(0)));
      Tensor update = sigmoid(add(in.get(1), before.get(1)));
      Tensor candidate = tanh(add(in.get(2), mul(reset, before.get(2))));
      h = add(candidate, mul(update, sub(h, candidate)));
      states.add(h);
    }
    return stack(0, states);
  }

  // Normalisation and regularisation.

  /** Normalises the last dimension (epsilon 1e-5), then scales and shifts by gamma and beta. */
  Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta);

  /**
   * Normalises groups of neighbouring channels of x [batch, channel, ...], each example by itself
   * (epsilon 1e-5), then scales and shifts each channel; gamma and beta [channel] may both be null
   * for none (Wu and He 2018, eq. 1 to 7).
   */
  Tensor groupNorm(Tensor x, int groups, Tensor gamma, Tensor beta);

  /**
   * Normalises each feature of x [n, features], or each channel of x [n, channel, h, w], over the
   * rest of the batch when training, over the buffers {@code running + ".running_mean"} and {@code
   * ".running_var"} otherwise (epsilon 1e-5, momentum 0.1), then scales and shifts; gamma and beta
   * may both be null for none.
   */
  Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, String running);

  /** Zeroes a share p of the elements and scales the rest by 1 / (1 - p), when training. */
  Tensor dropout(Tensor x, double p);

  Tensor softmax(Tensor x, int dimension);

  /** The logarithm of {@link #softmax}, which never underflows. */
  Tensor logSoftmax(Tensor x, int dimension);

  // Shape.

  /** The same elements in another shape; one length may be -1 and is then inferred. */
  Tensor reshape(Tensor x, long... shape);

  Tensor permute(Tensor x, int... dimensions);

  Tensor concat(int dimension, List<Tensor> parts);

  /**
   * Pieces of one length along a dimension, which its length must be a multiple of; cheaper than as
   * many slices, whose gradients are each as large as x.
   */
  List<Tensor> split(Tensor x, int dimension, long length);

  /** Tensors of one shape beside each other along a new dimension. */
  default Tensor stack(int dimension, List<Tensor> parts) {
    return concat(dimension, parts.stream().map(part -> unsqueeze(part, dimension)).toList());
  }

  /** The same elements with a new dimension of length one. */
  default Tensor unsqueeze(Tensor x, int dimension) {
    long[] shape = x.shape();
    int at = dimension < 0 ? shape.length + 1 + dimension : dimension;
    if (at < 0 || at > shape.length) {
      throw new IllegalArgumentException(
          "dimension %d of a tensor of rank %d: expected %d to %d"
              .formatted(dimension, shape.length, -shape.length - 1, shape.length));
    }
    long[] wider = new long[shape.length + 1];
    System.arraycopy(shape, 0, wider, 0, at);
    wider[at] = 1;
    System.arraycopy(shape, at, wider, at + 1, shape.length - at);
    return reshape(x, wider);
  }

  /**
   * Repeats dimensions of length one, and adds dimensions in front, until the tensor has this
   * shape; -1 keeps a dimension's length.
   */
  Tensor expand(Tensor x, long... shape);

  /**
   * {@code y[i][j] = x[index[i][j]][j]} for dimension 0, and so on for the others: whole numbers in
   * index, which has x's rank. No gradient flows into the index.
   */
  Tensor gather(Tensor x, int dimension, Tensor index);

  /** Rows of weight [n, features]: indices [...], whole numbers, give [..., features]. */
  Tensor embedding(Tensor indices, Tensor weight);

  /** Elements from (inclusive) to (exclusive) along one dimension. */
  Tensor slice(Tensor x, int dimension, long from, long to);

  // Reductions; no dimensions means all of them, and the result is then a scalar.

  Tensor sum(Tensor x, int... dimensions);

  Tensor mean(Tensor x, int... dimensions);

  /** The largest element; equal ones share the gradient. */
  Tensor amax(Tensor x, int... dimensions);

  /** The smallest element; equal ones share the gradient. */
  default Tensor amin(Tensor x, int... dimensions) {
    return mul(amax(mul(x, -1), dimensions), -1);
  }

  /** {@code log(sum(exp(x)))}, which never overflows. */
  Tensor logSumExp(Tensor x, int... dimensions);

  /** Mean binary cross-entropy of logits against targets in [0, 1]. */
  Tensor bceWithLogits(Tensor logits, Tensor targets);

  /** The same values, through which no gradient flows. */
  Tensor detach(Tensor x);

  /** Mean squared difference, a scalar. */
  default Tensor mse(Tensor a, Tensor b) {
    return mean(square(sub(a, b)));
  }
}
