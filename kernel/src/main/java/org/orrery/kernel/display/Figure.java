package org.orrery.kernel.display;

import java.math.BigDecimal;
import java.math.MathContext;

/** A value in a table's cell: one line, and no more digits of a number than one can read. */
final class Figure {

  private static final int DIGITS = 5;
  private static final int MOST_CHARS = 120;

  private Figure() {}

  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof Number number ? of(number) : PlainText.line(value, MOST_CHARS);
  }

  static String of(Number number) {
    if (!(number instanceof Double || number instanceof Float)) {
      return number.toString();
    }
    var value = number.doubleValue();
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value == 0 ? "0" : String.valueOf(value);
    }
    var shortest = new BigDecimal(number.toString());
    var size = Math.abs(value);
    if (size == Math.rint(size) && size < 1e9) {
      return shortest.stripTrailingZeros().toPlainString();
    }
    var whole = shortest.precision() - shortest.scale();
    var rounded =
        shortest
            .round(new MathContext(Math.max(DIGITS, size < 1e9 ? whole : 0)))
            .stripTrailingZeros();
    return size >= 1e9 || size < 1e-4 ? scientific(rounded) : rounded.toPlainString();
  }

  private static String scientific(BigDecimal number) {
    var digits = number.unscaledValue();
    var exponent = number.precision() - number.scale() - 1;
    return new BigDecimal(digits, number.precision() - 1).toPlainString() + "e" + exponent;
  }
}
