package org.orrery.workbench.engine.nd4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;

/** Matrix products and convolutions. */
final class Products {
  /** Far below any score, and finite: its softmax is exactly zero in float32. */
  private static final float UNSEEN = -1e9f;

  private final Graph graph;
  private final SameDiff sd;

  Products(Graph graph) {
    this.graph = graph;
    this.sd = graph.sd();
  }

  /**
   * x [..., in] times the transpose of weight [out, in]. SameDiff's gradient of a product that is a
   * single number is wrong, so that this one is written as a sum.
   */
  Nd4jTensor linear(Nd4jTensor x, Nd4jTensor weight) {
    long in = x.size(-1);
    require(in == weight.size(1), "linear", x, weight);
    long[] shape = Shapes.with(x.shape(), x.shape().length - 1, weight.size(0));
    boolean flat = shape.length == 2;
    SDVariable rows =
        flat ? x.variable() : sd.reshape(x.variable(), Shapes.length(x.shape()) / in, in);
    if (Shapes.length(shape) == 1) {
      SDVariable sum = sd.sum(rows.mul(weight.variable()), 0, 1);
      return new Nd4jTensor(sd.reshape(sum, shape), shape);
    }
    SDVariable product = sd.mmul(rows, weight.variable(), false, true, false);
    return new Nd4jTensor(flat ? product : sd.reshape(product, shape), shape);
  }

  /** The matrix product over the last two dimensions; batches are broadcast. */
  Nd4jTensor matmul(Nd4jTensor a, Nd4jTensor b) {
    require(a.size(-1) == b.size(-2), "matmul", a, b);
    long rows = a.size(-2);
    long inner = a.size(-1);
    long columns = b.size(-1);
    long[] batch = Shapes.broadcast(batch(a), batch(b));
    long[] shape = join(batch, rows, columns);
    SDVariable left = flat(a, b.shape().length == 2 ? batch(a) : batch);
    if (b.shape().length == 2) {
      SDVariable flat = sd.reshape(left, Shapes.length(batch) * rows, inner);
      if (Shapes.length(shape) == 1) {
        SDVariable row = sd.reshape(b.variable(), 1, inner);
        return new Nd4jTensor(sd.reshape(sd.sum(flat.mul(row), 0, 1), shape), shape);
      }
      return new Nd4jTensor(sd.reshape(sd.mmul(flat, b.variable()), shape), shape);
    }
    return new Nd4jTensor(sd.reshape(sd.mmul(left, flat(b, batch)), shape), shape);
  }

  /** The operand with this batch, as [batch, rows, columns]. */
  private SDVariable flat(Nd4jTensor x, long[] batch) {
    long[] shape = join(batch, x.size(-2), x.size(-1));
    SDVariable whole = graph.whole(x.variable(), x.shape(), shape);
    return sd.reshape(whole, Shapes.length(batch), x.size(-2), x.size(-1));
  }

  private static long[] batch(Nd4jTensor x) {
    int rank = x.shape().length;
    return Shapes.without(x.shape(), rank - 2, rank - 1);
  }

  private static long[] join(long[] batch, long rows, long columns) {
    long[] shape = java.util.Arrays.copyOf(batch, batch.length + 2);
    shape[batch.length] = rows;
    shape[batch.length + 1] = columns;
    return shape;
  }

  /** Zero where a query may look, far below zero where the key comes after it: [query, key]. */
  Nd4jTensor causalMask(long queries, long keys) {
    float[] mask = new float[(int) (queries * keys)];
    for (int q = 0; q < queries; q++) {
      for (int k = q + 1; k < keys; k++) {
        mask[(int) (q * keys + k)] = UNSEEN;
      }
    }
    return graph.constant(mask, queries, keys);
  }

  Nd4jTensor conv2d(Nd4jTensor x, Nd4jTensor weight, Nd4jTensor bias, int stride, int padding) {
    require(x.size(1) == weight.size(1), "conv2d", x, weight);
    Conv2DConfig config =
        Conv2DConfig.builder()
            .kH(weight.size(2))
            .kW(weight.size(3))
            .sH(stride)
            .sW(stride)
            .pH(padding)
            .pW(padding)
            .dataFormat("NCHW")
            .weightsFormat(WeightsFormat.YXIO)
            .build();
    // The gradient of PyTorch's layout, OIYX, is refused by libnd4j.
    SDVariable kernels = sd.permute(weight.variable(), 2, 3, 1, 0);
    SDVariable result =
        bias == null
            ? sd.cnn().conv2d(x.variable(), kernels, config)
            : sd.cnn().conv2d(x.variable(), kernels, bias.variable(), config);
    long height = (x.size(2) + 2L * padding - weight.size(2)) / stride + 1;
    long width = (x.size(3) + 2L * padding - weight.size(3)) / stride + 1;
    return new Nd4jTensor(result, Shapes.of(x.size(0), weight.size(0), height, width));
  }

  Nd4jTensor convTranspose2d(
      Nd4jTensor x, Nd4jTensor weight, Nd4jTensor bias, int stride, int padding) {
    require(x.size(1) == weight.size(0), "convTranspose2d", x, weight);
    DeConv2DConfig config =
        DeConv2DConfig.builder()
            .kH(weight.size(2))
            .kW(weight.size(3))
            .sH(stride)
            .sW(stride)
            .pH(padding)
            .pW(padding)
            .dataFormat("NCHW")
            .build();
    SDVariable kernels = sd.permute(weight.variable(), 2, 3, 1, 0);
    SDVariable result =
        bias == null
            ? sd.cnn().deconv2d(x.variable(), kernels, config)
            : sd.cnn().deconv2d(x.variable(), kernels, bias.variable(), config);
    long height = (x.size(2) - 1) * stride - 2L * padding + weight.size(2);
    long width = (x.size(3) - 1) * stride - 2L * padding + weight.size(3);
    return new Nd4jTensor(result, Shapes.of(x.size(0), weight.size(1), height, width));
  }

  private static void require(boolean fits, String what, Nd4jTensor a, Nd4jTensor b) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s: shapes %s and %s do not fit each other"
              .formatted(what, Shapes.show(a.shape()), Shapes.show(b.shape())));
    }
  }
}
