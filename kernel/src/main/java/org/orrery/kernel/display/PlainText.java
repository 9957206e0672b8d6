package org.orrery.kernel.display;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value as text: what {@code toString} says, the elements of an array instead of its address, and
 * the ends of what is very long.
 */
final class PlainText {

  private static final int MOST_ELEMENTS = 100;
  private static final int FIRST = 30;
  private static final int LAST = 3;
  private static final int MOST_IN_ALL = 1_000;
  private static final int MOST_CHARS = 50_000;

  private final StringBuilder text = new StringBuilder();
  private final List<Object> enclosing = new ArrayList<>();
  private final boolean brief;
  private int left = MOST_IN_ALL;

  private PlainText(boolean brief) {
    this.brief = brief;
  }

  /** The whole text of a text, the elided text of anything else. */
  static String of(Object value) {
    if (value instanceof CharSequence) {
      return value.toString();
    }
    return write(value, false);
  }

  /** One line of at most {@code chars} characters, without digits of numbers that nobody reads. */
  static String line(Object value, int chars) {
    var whole = value instanceof CharSequence ? value.toString() : write(value, true);
    var line = whole.length() > 2 * chars ? whole.substring(0, 2 * chars) : whole;
    line = line.strip().replaceAll("\\s*\\R\\s*", " ↵ ");
    return line.length() <= chars ? line : line.substring(0, chars - 1) + "…";
  }

  private static String write(Object value, boolean brief) {
    var writer = new PlainText(brief);
    writer.append(value);
    return cut(writer.text.toString(), MOST_CHARS);
  }

  private static String cut(String text, int chars) {
    return text.length() <= chars
        ? text
        : "%s… %,d more characters".formatted(text.substring(0, chars), text.length() - chars);
  }

  private void append(Object value) {
    if (value == null) {
      text.append("null");
    } else if (enclosing.stream().anyMatch(outer -> outer == value)) {
      text.append(value instanceof Map ? "(this Map)" : "(this Collection)");
    } else if (value.getClass().isArray() || value instanceof Collection && isOfJdk(value)) {
      enclosing.add(value);
      append('[', value, ']');
      enclosing.remove(enclosing.size() - 1);
    } else if (value instanceof Map<?, ?> map && isOfJdk(value)) {
      enclosing.add(value);
      append('{', map.entrySet(), '}');
      enclosing.remove(enclosing.size() - 1);
    } else if (brief && value instanceof Optional<?> optional) {
      append(optional.isPresent() ? optional.get() : "–");
    } else {
      left--;
      text.append(brief && value instanceof Number number ? Figure.of(number) : value);
    }
  }

  private void append(char open, Object elements, char close) {
    var ends = Ends.of(elements, MOST_ELEMENTS, FIRST, LAST);
    var hidden = ends.hidden();
    text.append(open);
    var separator = "";
    for (var element : ends.head()) {
      if (left <= 0) {
        hidden++;
        continue;
      }
      text.append(separator);
      appendElement(element);
      separator = ", ";
    }
    if (hidden > 0) {
      text.append(separator).append("… %,d more".formatted(hidden));
      separator = " …, ";
    }
    for (var element : ends.tail()) {
      text.append(separator);
      appendElement(element);
      separator = ", ";
    }
    text.append(close);
  }

  private void appendElement(Object element) {
    if (element instanceof Map.Entry<?, ?> entry && isOfJdk(element)) {
      append(entry.getKey());
      text.append('=');
      append(entry.getValue());
    } else {
      append(element);
    }
  }

  /**
   * Whether the value leaves it to the JDK to say what it is: a class of its own may know better.
   */
  private static boolean isOfJdk(Object value) {
    try {
      Method toString = value.getClass().getMethod("toString");
      return toString.getDeclaringClass().getName().startsWith("java.");
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every class has a toString", e);
    }
  }
}
