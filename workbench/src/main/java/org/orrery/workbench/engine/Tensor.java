package org.orrery.workbench.engine;

/**
 * A tensor inside a {@link Computation}: a handle that only the {@link Ops} that made it can read.
 * Values enter and leave as {@code INDArray}s at the {@link Network}'s border.
 */
public interface Tensor {
  /** The lengths of all dimensions; a scalar has none. */
  long[] shape();

  /** The length of one dimension; negative dimensions count from the end. */
  default long size(int dimension) {
    long[] shape = shape();
    return shape[dimension < 0 ? shape.length + dimension : dimension];
  }
}
