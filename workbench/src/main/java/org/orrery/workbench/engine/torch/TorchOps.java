package org.orrery.workbench.engine.torch;

import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
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

  TorchOps(Map<String, org.bytedeco.pytorch.Tensor> parameters, boolean training) {
    this.parameters = parameters;
    this.training = training;
  }

  private static org.bytedeco.pytorch.Tensor t(Tensor tensor) {
    return ((TorchTensor) tensor).value();
  }

  private static Tensor w(org.bytedeco.pytorch.Tensor tensor) {
    return new TorchTensor(tensor);
  }

  private static TensorOptional optional(Tensor tensor) {
    return tensor == null ? new TensorOptional() : new TensorOptional(t(tensor));
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
    return w(torch.from_blob(new FloatPointer(values), shape).clone());
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
    return w(t(a).div(t(b)));
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
  public Tensor square(Tensor x) {
    return w(t(x).square());
  }

  @Override
  public Tensor sqrt(Tensor x) {
    return w(t(x).sqrt());
  }

  @Override
  public Tensor exp(Tensor x) {
    return w(t(x).exp());
  }

  @Override
  public Tensor log(Tensor x) {
    return w(t(x).log());
  }

  @Override
  public Tensor sin(Tensor x) {
    return w(t(x).sin());
  }

  @Override
  public Tensor cos(Tensor x) {
    return w(t(x).cos());
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
  public Tensor gelu(Tensor x) {
    return w(torch.gelu(t(x)));
  }

  @Override
  public Tensor matmul(Tensor a, Tensor b) {
    return w(t(a).matmul(t(b)));
  }

  @Override
  public Tensor linear(Tensor x, Tensor weight, Tensor bias) {
    return w(torch.linear(t(x), t(weight), optional(bias)));
  }

  @Override
  public Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return w(
        torch.conv2d(t(x), t(weight), optional(bias), pair(stride), pair(padding), pair(1), 1));
  }

  @Override
  public Tensor convTranspose2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
    return w(
        torch.conv_transpose2d(
            t(x), t(weight), optional(bias), pair(stride), pair(padding), pair(0), 1, pair(1)));
  }

  private static long[] pair(long value) {
    return new long[] {value, value};
  }

  @Override
  public Tensor avgPool2d(Tensor x, int k) {
    return w(torch.avg_pool2d(t(x), pair(k), pair(k), pair(0), false, true, new LongOptional()));
  }

  @Override
  public Tensor attention(Tensor query, Tensor key, Tensor value, boolean causal) {
    return w(
        torch.scaled_dot_product_attention(
            t(query),
            t(key),
            t(value),
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
            t(x), new long[] {x.size(-1)}, optional(gamma), optional(beta), EPSILON, true));
  }

  @Override
  public Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, String running) {
    return w(
        torch.batch_norm(
            t(x),
            optional(gamma),
            optional(beta),
            new TensorOptional(raw(running + ".running_mean")),
            new TensorOptional(raw(running + ".running_var")),
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
    return w(torch.softmax(t(x), dimension));
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
  public Tensor slice(Tensor x, int dimension, long from, long to) {
    return w(t(x).narrow(dimension, from, to - from));
  }

  @Override
  public Tensor sum(Tensor x, int... dimensions) {
    return dimensions.length == 0
        ? w(t(x).sum())
        : w(t(x).sum(longs(dimensions), false, new ScalarTypeOptional()));
  }

  @Override
  public Tensor mean(Tensor x, int... dimensions) {
    return dimensions.length == 0
        ? w(t(x).mean())
        : w(t(x).mean(longs(dimensions), false, new ScalarTypeOptional()));
  }

  @Override
  public Tensor bceWithLogits(Tensor logits, Tensor targets) {
    return w(torch.binary_cross_entropy_with_logits(t(logits), t(targets)));
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
