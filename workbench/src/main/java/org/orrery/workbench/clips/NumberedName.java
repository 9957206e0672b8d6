package org.orrery.workbench.clips;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that count: frame07.jpg, then frame08.jpg. */
final class NumberedName {
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?=\\.[^./]*$)");

  private NumberedName() {}

  /** The name with the number before its ending one higher, or the same name without a number. */
  static String after(String name) {
    Matcher number = NUMBER.matcher(name);
    if (!number.find()) {
      return name;
    }
    String digits = number.group(1);
    String next = String.format("%0" + digits.length() + "d", Integer.parseInt(digits) + 1);
    return name.substring(0, number.start()) + next + name.substring(number.end());
  }
}
