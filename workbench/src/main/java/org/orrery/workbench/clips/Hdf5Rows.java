package org.orrery.workbench.clips;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * The rows of an HDF5 dataset.
 *
 * @param name its name
 * @param dataset the dataset
 * @param type what it holds
 * @param joined whether its first two axes are told as one
 */
record Hdf5Rows(String name, Dataset dataset, NumberType type, boolean joined) implements Rows {

  /** A dataset of plain numbers as rows; empty for text, tables and single values. */
  static Optional<Hdf5Rows> of(Dataset dataset) {
    if (dataset.isScalar()
        || dataset.isEmpty()
        || dataset.isCompound()
        || dataset.isVariableLength()) {
      return Optional.empty();
    }
    return type(dataset.getDataType())
        .map(type -> new Hdf5Rows(dataset.getName(), dataset, type, false));
  }

  @Override
  public int[] shape() {
    int[] stored = dataset.getDimensions();
    if (!joined) {
      return stored;
    }
    int[] shape = Arrays.copyOfRange(stored, 1, stored.length);
    shape[0] = Math.multiplyExact(stored[0], stored[1]);
    return shape;
  }

  @Override
  public Rows merged() {
    return new Hdf5Rows(name, dataset, type, true);
  }

  @Override
  public double[] numbers(int from, int to) throws IOException {
    double[] numbers = new double[Math.multiplyExact(rowSize(), to - from)];
    fill(from, to, (index, value) -> numbers[index] = value);
    return numbers;
  }

  @Override
  public byte[] bytes(int from, int to) throws IOException {
    byte[] bytes = new byte[Math.multiplyExact(rowSize(), to - from)];
    fill(from, to, (index, value) -> bytes[index] = (byte) (int) value);
    return bytes;
  }

  private interface Sink {
    void put(int index, double value);
  }

  private void fill(int from, int to, Sink sink) throws IOException {
    try {
      if (!joined) {
        fill(slice(from, to, dataset.getDimensions()), 0, sink);
        return;
      }
      int[] sides = dataset.getDimensions();
      int index = 0;
      for (int row = from; row < to; ) {
        int first = row % sides[1];
        int count = Math.min(to - row, sides[1] - first);
        long[] start = new long[sides.length];
        start[0] = row / sides[1];
        start[1] = first;
        int[] lengths = sides.clone();
        lengths[0] = 1;
        lengths[1] = count;
        index = fill(dataset.getData(start, lengths), index, sink);
        row += count;
      }
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw new IOException(
          "%s: rows %d to %d cannot be read: %s".formatted(name, from, to, e.getMessage()), e);
    }
  }

  private Object slice(int from, int to, int[] sides) {
    long[] start = new long[sides.length];
    start[0] = from;
    int[] lengths = sides.clone();
    lengths[0] = to - from;
    return dataset.getData(start, lengths);
  }

  /** Puts the numbers of nested arrays one after the other; the index after the last. */
  private static int fill(Object array, int index, Sink sink) {
    int at = index;
    if (array instanceof Object[] rows) {
      for (Object row : rows) {
        at = fill(row, at, sink);
      }
    } else if (array instanceof byte[] bytes) {
      for (byte value : bytes) {
        sink.put(at++, value);
      }
    } else if (array instanceof short[] shorts) {
      for (short value : shorts) {
        sink.put(at++, value);
      }
    } else if (array instanceof int[] ints) {
      for (int value : ints) {
        sink.put(at++, value);
      }
    } else if (array instanceof long[] longs) {
      for (long value : longs) {
        sink.put(at++, value);
      }
    } else if (array instanceof float[] floats) {
      for (float value : floats) {
        sink.put(at++, value);
      }
    } else {
      for (double value : (double[]) array) {
        sink.put(at++, value);
      }
    }
    return at;
  }

  private static Optional<NumberType> type(DataType type) {
    if (type instanceof FixedPoint number) {
      return Optional.ofNullable(
          switch (number.getSize()) {
            case 1 -> number.isSigned() ? NumberType.INT8 : NumberType.UINT8;
            case 2 -> number.isSigned() ? NumberType.INT16 : NumberType.UINT16;
            case 4 -> number.isSigned() ? NumberType.INT32 : NumberType.UINT32;
            case 8 -> number.isSigned() ? NumberType.INT64 : null;
            default -> null;
          });
    }
    if (type instanceof FloatingPoint number) {
      return Optional.ofNullable(
          switch (number.getSize()) {
            case 2 -> NumberType.FLOAT16;
            case 4 -> NumberType.FLOAT32;
            case 8 -> NumberType.FLOAT64;
            default -> null;
          });
    }
    return Optional.empty();
  }
}
