package org.orrery.kernel.display;

import java.math.BigDecimal;
import java.math.MathContext;

/** A value in a table's cell: one line, and no more digits of a number than one can read. */
final class Figure {

  private static final MathContext DIGITS = new MathContext(6);
  private static final int MOST_CHARS = 120;

  private Figure() {}

  static String of(Object value) {
    if (value instanceof Double || value instanceof Float) {
      return ofDouble((Number) value);
    }
    return PlainText.line(value, MOST_CHARS);
  }

  private static String ofDouble(Number number) {
    var value = number.doubleValue();
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    var shortest = new BigDecimal(number.toString());
    var size = Math.abs(value);
    if (size == Math.rint(size) && size < 1e9) {
      return shortest.stripTrailingZeros().toPlainString();
    }
    var rounded = shortest.round(DIGITS).stripTrailingZeros();
    return size >= 1e9 || size < 1e-4
        ? rounded.toString().replace("E", "e")
        : rounded.toPlainString();
  }
}
