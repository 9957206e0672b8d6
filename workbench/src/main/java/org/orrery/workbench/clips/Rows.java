package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An array of numbers in a file, shape [row, ...]; rows are read when they are asked for. */
interface Rows {
  String name();

  int[] shape();

  /** What a number is stored as. */
  NumberType type();

  /** The numbers of rows {@code from} (inclusive) to {@code to} (exclusive), in C order. */
  double[] numbers(int from, int to) throws IOException;

  /** The same of an array of unsigned bytes. */
  byte[] bytes(int from, int to) throws IOException;

  /** How many numbers a row has. */
  default int rowSize() {
    return product(shape(), 1);
  }

  /**
   * The same array with its first two axes as one: the frames of all clips, one after the other.
   */
  Rows merged();

  default String show() {
    String sides =
        Arrays.stream(shape()).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return "%s [%s] %s".formatted(name(), sides, type());
  }

  /** The product of the sides from {@code axis} on; refused when no array can hold as much. */
  static int product(int[] shape, int axis) {
    long product = 1;
    for (int i = axis; i < shape.length; i++) {
      product = Math.multiplyExact(product, (long) shape[i]);
      if (product > Integer.MAX_VALUE - 16) {
        throw new IllegalArgumentException(
            "an array of shape %s is larger than one can be read"
                .formatted(Arrays.toString(shape)));
      }
    }
    return (int) product;
  }
}
