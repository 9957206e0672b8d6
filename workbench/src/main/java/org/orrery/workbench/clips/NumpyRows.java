package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The rows of a NumPy array, wherever its bytes are. */
record NumpyRows(String name, NpyHeader header, NumberType type, Bytes source) implements Rows {
  /** The most that a header takes. */
  static final int HEAD = 1 << 16;

  /** Where bytes come from. */
  @FunctionalInterface
  interface Bytes {
    /** Exactly {@code length} bytes from {@code start} on. */
    byte[] read(long start, int length) throws IOException;
  }

  /** Refuses an array whose bytes are not all there. */
  static NumpyRows of(String name, long size, Bytes source) throws IOException {
    NpyHeader header = NpyHeader.of(source.read(0, (int) Math.min(HEAD, size)));
    NumberType type = NumberType.of(header.description());
    long whole;
    try {
      whole = header.start() + header.bytes();
    } catch (ArithmeticException e) {
      throw new IOException(name + ": its shape is larger than any file", e);
    }
    if (size < whole) {
      throw new IOException(
          "%s is cut short: it ends at byte %d of %d; copy or download it again"
              .formatted(name, size, whole));
    }
    return new NumpyRows(name, header, type, source);
  }

  @Override
  public int[] shape() {
    return header.shape();
  }

  @Override
  public Rows merged() {
    return new NumpyRows(name, header.merged(), type, source);
  }

  @Override
  public byte[] bytes(int from, int to) throws IOException {
    long row = (long) rowSize() * type.size;
    long length = row * (to - from);
    if (length > Integer.MAX_VALUE - 16) {
      throw new IOException(
          "%s: rows %d to %d have %d bytes; ask for fewer frames"
              .formatted(name, from, to, length));
    }
    return source.read(header.start() + row * from, (int) length);
  }

  @Override
  public double[] numbers(int from, int to) throws IOException {
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes(from, to)).order(NumberType.order(header.description()));
    double[] numbers = new double[buffer.capacity() / type.size];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = type.at(buffer, i * type.size);
    }
    return numbers;
  }
}
