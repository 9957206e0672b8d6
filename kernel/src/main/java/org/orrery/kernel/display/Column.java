package org.orrery.kernel.display;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table as it is shown.
 *
 * @param isNumbers whether it stands right
 */
record Column(String title, List<String> texts, boolean isNumbers) {

  private static final int DIGITS = 5;

  static Column of(String title, List<Object> values) {
    var numbers =
        values.stream().allMatch(value -> value == null || value instanceof Number)
            && values.stream().anyMatch(value -> value != null);
    var decimals = numbers ? decimals(values) : -1;
    var texts =
        values.stream()
            .map(value -> decimals < 0 ? Figure.of(value) : fixed((Number) value, decimals))
            .toList();
    return new Column(title, texts, numbers);
  }

  /** Where columns are left out. */
  static Column gap(int rows) {
    return new Column("…", Collections.nCopies(rows, "…"), true);
  }

  /**
   * As many decimals as stand the points below one another without a loss that matters; negative
   * where each number is better written on its own.
   */
  private static int decimals(List<Object> values) {
    var wanted = 0;
    var largest = 0.0;
    var smallest = Double.MAX_VALUE;
    for (var value : values) {
      if (!(value instanceof Double || value instanceof Float)) {
        return -1;
      }
      var size = Math.abs(((Number) value).doubleValue());
      if (size > 0 && Double.isFinite(size)) {
        var text = Figure.of(value);
        wanted = Math.max(wanted, text.contains(".") ? text.length() - text.indexOf('.') - 1 : 0);
        largest = Math.max(largest, size);
        smallest = Math.min(smallest, size);
      }
    }
    var before = (int) Math.max(1, Math.floor(Math.log10(Math.max(1, largest))) + 1);
    var decimals = Math.min(wanted, Math.max(0, DIGITS - before));
    var readable = largest < 1e6 && smallest >= 5 * Math.pow(10, -decimals);
    return readable ? decimals : -1;
  }

  private static String fixed(Number number, int decimals) {
    return Double.isFinite(number.doubleValue())
        ? String.format(Locale.ROOT, "%." + decimals + "f", number.doubleValue())
        : number.toString();
  }
}
