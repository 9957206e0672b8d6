package org.orrery.workbench.engine;

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

  // Element-wise, one operand.

  Tensor square(Tensor x);

  Tensor sqrt(Tensor x);

  Tensor exp(Tensor x);

  Tensor log(Tensor x);

  Tensor sin(Tensor x);

  Tensor cos(Tensor x);

  Tensor tanh(Tensor x);

  Tensor sigmoid(Tensor x);

  Tensor relu(Tensor x);

  /** The exact Gaussian error linear unit, x * Phi(x) (Hendrycks and Gimpel 2016, eq. 1). */
  Tensor gelu(Tensor x);

  // Products.

  /** Matrix product over the last two dimensions, broadcasting the others. */
  Tensor matmul(Tensor a, Tensor b);

  /** {@code x W' + b}: x [..., in], weight [out, in], bias [out]. */
  Tensor linear(Tensor x, Tensor weight, Tensor bias);

  /** Cross-correlation: x [batch, in, h, w], weight [out, in, kh, kw], bias [out]. */
  Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding);

  /**
   * The transpose of {@link #conv2d}: x [batch, in, h, w], weight [in, out, kh, kw], bias [out].
   */
  Tensor convTranspose2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding);

  /** Mean over non-overlapping k by k squares of [batch, channel, h, w]. */
  Tensor avgPool2d(Tensor x, int k);

  /** softmax(q k' / sqrt(d)) v over [batch, head, time, d] (Vaswani et al. 2017, eq. 1). */
  Tensor attention(Tensor query, Tensor key, Tensor value, boolean causal);

  // Normalisation and regularisation.

  /** Normalises the last dimension (epsilon 1e-5), then scales and shifts by gamma and beta. */
  Tensor layerNorm(Tensor x, Tensor gamma, Tensor beta);

  /**
   * Normalises each feature of x [n, features] over the batch when training, over the buffers
   * {@code running + ".running_mean"} and {@code ".running_var"} otherwise (epsilon 1e-5, momentum
   * 0.1), then scales and shifts; gamma and beta may both be null for none.
   */
  Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, String running);

  /** Zeroes a share p of the elements and scales the rest by 1 / (1 - p), when training. */
  Tensor dropout(Tensor x, double p);

  Tensor softmax(Tensor x, int dimension);

  // Shape.

  /** The same elements in another shape; one length may be -1 and is then inferred. */
  Tensor reshape(Tensor x, long... shape);

  Tensor permute(Tensor x, int... dimensions);

  Tensor concat(int dimension, List<Tensor> parts);

  /** Elements from (inclusive) to (exclusive) along one dimension. */
  Tensor slice(Tensor x, int dimension, long from, long to);

  // Reductions; no dimensions means all of them, and the result is then a scalar.

  Tensor sum(Tensor x, int... dimensions);

  Tensor mean(Tensor x, int... dimensions);

  /** Mean binary cross-entropy of logits against targets in [0, 1]. */
  Tensor bceWithLogits(Tensor logits, Tensor targets);

  /** The same values, through which no gradient flows. */
  Tensor detach(Tensor x);

  /** Mean squared difference, a scalar. */
  default Tensor mse(Tensor a, Tensor b) {
    return mean(square(sub(a, b)));
  }
}
