package org.orrery.workbench.probes;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Standardisation learnt on the train part: every column to mean 0 and variance 1 (divisor n). A
 * constant column becomes 0.
 */
record Scaling(INDArray mean, INDArray deviation) {
  /** Rows that are turned to float64 at a time: wide features never exist twice. */
  private static final int CHUNK = 4096;

  interface Chunk {
    void accept(long from, INDArray rows);
  }

  static Scaling of(INDArray values) {
    return of(values, null);
  }

  /** The same with weighted samples; null for weights of one. */
  static Scaling of(INDArray values, double[] weights) {
    long d = values.size(1);
    double n = weights == null ? values.size(0) : Arrays.stream(weights).sum();
    INDArray sum = Nd4j.zeros(DataType.DOUBLE, 1, d);
    chunks(values, (from, rows) -> sum.addi(sum(rows, from, weights)));
    INDArray mean = sum.div(n);
    INDArray squares = Nd4j.zeros(DataType.DOUBLE, 1, d);
    chunks(
        values,
        (from, rows) -> {
          INDArray centred = rows.subiRowVector(mean);
          squares.addi(sum(centred.muli(centred), from, weights));
        });
    INDArray deviation = Transforms.sqrt(squares.divi(n), false);
    for (long j = 0; j < d; j++) {
      double scale = deviation.getDouble(0, j);
      if (scale <= 1e-10 * Math.max(1, Math.abs(mean.getDouble(0, j)))) {
        deviation.putScalar(0, j, 1);
      }
    }
    return new Scaling(mean, deviation);
  }

  /** Feeds standardised float64 rows, some thousands at a time. */
  void forEach(INDArray values, Chunk action) {
    chunks(values, (from, rows) -> action.accept(from, apply(rows)));
  }

  /** All rows standardised, in float64. */
  INDArray standardise(INDArray values) {
    return apply(values.castTo(DataType.DOUBLE).dup('c'));
  }

  /** Back to the units of the data; changes {@code standard}. */
  INDArray undo(INDArray standard) {
    return standard.muliRowVector(deviation).addiRowVector(mean);
  }

  private INDArray apply(INDArray rows) {
    return rows.subiRowVector(mean).diviRowVector(deviation);
  }

  // A product with ones: many times faster than ND4J's own column sums.
  private static INDArray sum(INDArray rows, long from, double[] weights) {
    INDArray ones =
        weights == null
            ? Nd4j.ones(DataType.DOUBLE, 1, rows.size(0))
            : Nd4j.create(
                new double[][] {
                  Arrays.copyOfRange(weights, (int) from, (int) (from + rows.size(0)))
                });
    return ones.mmul(rows);
  }

  private static void chunks(INDArray values, Chunk action) {
    for (long from = 0; from < values.size(0); from += CHUNK) {
      long to = Math.min(values.size(0), from + CHUNK);
      INDArray rows = values.get(NDArrayIndex.interval(from, to), NDArrayIndex.all());
      action.accept(from, rows.castTo(DataType.DOUBLE).dup('c'));
    }
  }
}
