package org.orrery.kernel.display;

import java.util.Arrays;

/**
 * A value as text: what {@code toString} says, and the elements of an array instead of its address.
 */
final class PlainText {

  private PlainText() {}

  static String of(Object value) {
    if (!value.getClass().isArray()) {
      return String.valueOf(value);
    }
    var nested = Arrays.deepToString(new Object[] {value});
    return nested.substring(1, nested.length() - 1);
  }
}
