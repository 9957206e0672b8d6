package org.orrery.workbench.probes;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weighted sums of samples from which a ridge follows: how many, sum of z, of y, and of z z', z
 * y' and y y, in float64 about an origin near their mean.
 */
final class Moments {
  private double n;
  private final INDArray z;
  private final INDArray y;
  private final INDArray zz;
  private final INDArray zy;
  private double yy;

  Moments(long d, long k) {
    z = Nd4j.zeros(DataType.DOUBLE, 1, d);
    y = Nd4j.zeros(DataType.DOUBLE, 1, k);
    zz = Nd4j.zeros(DataType.DOUBLE, d, d);
    zy = Nd4j.zeros(DataType.DOUBLE, d, k);
  }

  /** Adds rows z [m, d] and y [m, k]; {@code weights} [1, m] may be null for ones. */
  void add(INDArray rows, INDArray targets, INDArray weights) {
    INDArray w = weights == null ? Nd4j.ones(DataType.DOUBLE, 1, rows.size(0)) : weights;
    INDArray weighted = weights == null ? rows : rows.mulColumnVector(w.transpose());
    n += w.sumNumber().doubleValue();
    z.addi(w.mmul(rows));
    y.addi(w.mmul(targets));
    zz.addi(Nd4j.gemm(weighted, rows, true, false));
    zy.addi(Nd4j.gemm(weighted, targets, true, false));
    INDArray squares = targets.mul(targets);
    yy += w.mmul(squares).sumNumber().doubleValue();
  }

  void add(Moments other) {
    combine(other, 1);
  }

  /** These sums without those of some of the samples. */
  Moments without(Moments other) {
    Moments rest = new Moments(zz.size(0), zy.size(1));
    rest.combine(this, 1);
    rest.combine(other, -1);
    return rest;
  }

  private void combine(Moments other, double sign) {
    n += sign * other.n;
    z.addi(other.z.mul(sign));
    y.addi(other.y.mul(sign));
    zz.addi(other.zz.mul(sign));
    zy.addi(other.zy.mul(sign));
    yy += sign * other.yy;
  }

  INDArray meanOfZ() {
    return z.div(n);
  }

  INDArray meanOfY() {
    return y.div(n);
  }

  /** Sum of (z - mean)(z - mean)'. */
  INDArray centredGram() {
    return zz.sub(Nd4j.gemm(z, z, true, false).divi(n));
  }

  /** Sum of (z - mean)(y - mean)'. */
  INDArray centredProduct() {
    return zy.sub(Nd4j.gemm(z, y, true, false).divi(n));
  }

  /** Squared error, over these samples and all targets, of y = b + (z - a) W. */
  double squaredError(INDArray w, INDArray a, INDArray b) {
    INDArray outer = Nd4j.gemm(z, a, true, false);
    INDArray gram =
        zz.sub(outer).subi(outer.transpose()).addi(Nd4j.gemm(a, a, true, false).muli(n));
    INDArray product =
        zy.sub(Nd4j.gemm(z, b, true, false))
            .subi(Nd4j.gemm(a, y, true, false))
            .addi(Nd4j.gemm(a, b, true, false).muli(n));
    double own =
        yy - 2 * y.mul(b).sumNumber().doubleValue() + n * b.mul(b).sumNumber().doubleValue();
    double across = w.mul(product).sumNumber().doubleValue();
    double explained = w.mul(gram.mmul(w)).sumNumber().doubleValue();
    return own - 2 * across + explained;
  }
}
