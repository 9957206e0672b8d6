package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What the numbers of an array are stored as, by NumPy's names. */
enum NumberType {
  BOOL(1),
  UINT8(1),
  INT8(1),
  UINT16(2),
  INT16(2),
  UINT32(4),
  INT32(4),
  INT64(8),
  FLOAT16(2),
  FLOAT32(4),
  FLOAT64(8);

  final int size;

  NumberType(int size) {
    this.size = size;
  }

  /** The type that NumPy describes so, such as {@code <f4}. */
  static NumberType of(String description) throws IOException {
    return switch (description.substring(Math.min(1, description.length()))) {
      case "b1" -> BOOL;
      case "u1" -> UINT8;
      case "i1" -> INT8;
      case "u2" -> UINT16;
      case "i2" -> INT16;
      case "u4" -> UINT32;
      case "i4" -> INT32;
      case "i8", "u8" -> INT64;
      case "f2" -> FLOAT16;
      case "f4" -> FLOAT32;
      case "f8" -> FLOAT64;
      case "O" ->
          throw new IOException(
              "it holds Python objects (dtype object), which are never read: save plain numbers, such as uint8 or float32");
      default ->
          throw new IOException(
              "dtype %s is not read; save uint8, float32 or another plain number"
                  .formatted(description));
    };
  }

  static ByteOrder order(String description) {
    return description.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  boolean isFloat() {
    return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
  }

  /** The number at a byte of the buffer, in the buffer's order. */
  double at(ByteBuffer buffer, int place) {
    return switch (this) {
      case BOOL, UINT8 -> buffer.get(place) & 0xff;
      case INT8 -> buffer.get(place);
      case UINT16 -> buffer.getShort(place) & 0xffff;
      case INT16 -> buffer.getShort(place);
      case UINT32 -> buffer.getInt(place) & 0xffffffffL;
      case INT32 -> buffer.getInt(place);
      case INT64 -> buffer.getLong(place);
      case FLOAT16 -> half(buffer.getShort(place));
      case FLOAT32 -> buffer.getFloat(place);
      case FLOAT64 -> buffer.getDouble(place);
    };
  }

  /** A half-precision number (IEEE 754-2008, binary16). */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double size =
        switch (exponent) {
          case 0 -> fraction * 0x1p-24;
          case 31 -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> (1024 + fraction) * Math.scalb(1.0, exponent - 25);
        };
    return bits < 0 ? -size : size;
  }
}
