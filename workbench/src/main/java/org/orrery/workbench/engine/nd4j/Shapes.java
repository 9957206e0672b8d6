package org.orrery.workbench.engine.nd4j;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Arithmetic of shapes, as NumPy and PyTorch do it. */
final class Shapes {
  private Shapes() {}

  /** A dimension counted from the start; refused if there is none such. */
  static int dimension(int dimension, int rank) {
    int d = dimension < 0 ? dimension + rank : dimension;
    if (d < 0 || d >= rank) {
      throw new IllegalArgumentException(
          "dimension %d: expected %d to %d".formatted(dimension, -rank, rank - 1));
    }
    return d;
  }

  /** The shape of two operands together. */
  static long[] broadcast(long[] a, long[] b) {
    int rank = Math.max(a.length, b.length);
    long[] shape = new long[rank];
    for (int i = 0; i < rank; i++) {
      long x = i < rank - a.length ? 1 : a[i - rank + a.length];
      long y = i < rank - b.length ? 1 : b[i - rank + b.length];
      if (x != y && x != 1 && y != 1) {
        throw new IllegalArgumentException(
            "shapes %s and %s do not fit each other".formatted(show(a), show(b)));
      }
      shape[i] = x == 1 ? y : x;
    }
    return shape;
  }

  /** A wanted shape with its -1 filled in. */
  static long[] inferred(long[] from, long[] wanted) {
    long[] shape = wanted.clone();
    long known = Arrays.stream(shape).filter(length -> length != -1).reduce(1, (x, y) -> x * y);
    for (int i = 0; i < shape.length; i++) {
      if (shape[i] == -1) {
        shape[i] = known == 0 ? 0 : length(from) / known;
        known *= shape[i];
      }
    }
    if (known != length(from)) {
      throw new IllegalArgumentException(
          "shape %s cannot be seen as %s".formatted(show(from), show(wanted)));
    }
    return shape;
  }

  static long[] without(long[] shape, int... dimensions) {
    return IntStream.range(0, shape.length)
        .filter(i -> Arrays.stream(dimensions).noneMatch(d -> d == i))
        .mapToLong(i -> shape[i])
        .toArray();
  }

  /** The shape with these dimensions of length one. */
  static long[] kept(long[] shape, int... dimensions) {
    long[] kept = shape.clone();
    for (int dimension : dimensions) {
      kept[dimension] = 1;
    }
    return kept;
  }

  /** What {@code from} becomes when its ones are repeated; -1 keeps a length. */
  static long[] expanded(long[] from, long[] wanted) {
    long[] shape = wanted.clone();
    int added = shape.length - from.length;
    for (int i = 0; i < shape.length; i++) {
      long length = i < added ? 1 : from[i - added];
      shape[i] = shape[i] == -1 && i >= added ? length : shape[i];
      if (added < 0 || shape[i] < 0 || (length != 1 && length != shape[i])) {
        throw new IllegalArgumentException(
            "shape %s cannot be expanded to %s".formatted(show(from), show(wanted)));
      }
    }
    return shape;
  }

  static long[] with(long[] shape, int dimension, long length) {
    long[] other = shape.clone();
    other[dimension] = length;
    return other;
  }

  static long[] of(long... lengths) {
    return lengths;
  }

  static long length(long[] shape) {
    return Arrays.stream(shape).reduce(1, (x, y) -> x * y);
  }

  static String show(long[] shape) {
    return Arrays.toString(shape);
  }
}
