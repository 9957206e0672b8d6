package org.orrery.kernel.shell;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;

/** What a value is, in a few words. */
final class ValueText {

  private static final int LONGEST = 200;
  private static final int MOST_ELEMENTS = 50;

  private ValueText() {}

  /** {@code value} as Java would write it where it can, else its size or own text, cut short. */
  static String of(Object value) {
    if (value instanceof CharSequence text) {
      return "\"" + cut(text.toString()).replace("\n", "\\n").replace("\"", "\\\"") + "\"";
    }
    if (value instanceof Character letter) {
      return "'" + letter + "'";
    }
    if (value != null && value.getClass().isArray()) {
      var type = value.getClass().getComponentType().getSimpleName();
      return type.replaceFirst("(\\[\\])*$", "[" + Array.getLength(value) + "]$0");
    }
    try {
      if (value instanceof Collection<?> many && many.size() > MOST_ELEMENTS) {
        return many.getClass().getSimpleName() + " of " + many.size() + " elements";
      }
      if (value instanceof Map<?, ?> many && many.size() > MOST_ELEMENTS) {
        return many.getClass().getSimpleName() + " of " + many.size() + " entries";
      }
      return cut(String.valueOf(value));
    } catch (RuntimeException | StackOverflowError e) { // of the value's own toString
      return value.getClass().getSimpleName() + ", whose toString throws " + e;
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
