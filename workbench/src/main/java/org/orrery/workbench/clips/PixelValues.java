package org.orrery.workbench.clips;

import java.io.IOException;

/** Numbers as brightness: bytes as they are, floats from 0 to 1, bits as black and white. */
final class PixelValues {
  private static final double ROUNDING = 1e-4;

  private PixelValues() {}

  static byte[] read(Rows rows, int from, int to) throws IOException {
    if (rows.type() == NumberType.UINT8) {
      return rows.bytes(from, to);
    }
    double[] numbers = rows.numbers(from, to);
    byte[] pixels = new byte[numbers.length];
    double scale =
        switch (rows.type()) {
          case BOOL, FLOAT16, FLOAT32, FLOAT64 -> 255;
          case UINT16 -> 1 / 257.0;
          default -> 1;
        };
    for (int i = 0; i < numbers.length; i++) {
      double value = numbers[i] * scale;
      if (!(value >= -ROUNDING && value <= 255 + ROUNDING)) {
        throw new IOException(
            "%s: %s is no brightness, in row %d: %s"
                .formatted(
                    rows.name(),
                    Numbers.show(numbers[i]),
                    from + (int) ((long) i * (to - from) / numbers.length),
                    rows.type().isFloat()
                        ? "floats must lie from 0 to 1; divide them by their largest, or save uint8"
                        : "whole numbers must lie from 0 to 255; save uint8"));
      }
      pixels[i] = (byte) Math.round(value);
    }
    return pixels;
  }
}
