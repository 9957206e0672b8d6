package org.orrery.lab.execution;

/** What is left to see of printed text after its carriage returns and backspaces. */
final class CarriageReturns {

  private CarriageReturns() {}

  /** {@code 10 %\r50 %\r100 %\n} becomes {@code 100 %\n}, as on a terminal. */
  static String applied(String text) {
    if (text.indexOf('\r') < 0 && text.indexOf('\b') < 0) {
      return text;
    }
    var seen = new StringBuilder(text.length());
    var line = new StringBuilder();
    var column = 0;
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\n') {
        seen.append(line).append('\n');
        line.setLength(0);
        column = 0;
      } else if (c == '\r') {
        column = 0;
      } else if (c == '\b') {
        column = Math.max(0, column - 1);
      } else if (column < line.length()) {
        line.setCharAt(column++, c);
      } else {
        line.append(c);
        column++;
      }
    }
    return seen.append(line).toString();
  }
}
