package org.orrery.kernel.magic;

/**
 * Reads Java as far as it takes to tell a magic's percent sign from a remainder operator and from
 * one in a text or a comment.
 */
final class JavaScan {

  private final String code;
  private int at;
  private int depth;

  /** The last character before {@link #at} that is neither blank nor comment; 0 for none. */
  private char before;

  private char beforeThat;

  JavaScan(String code) {
    this.code = code;
  }

  /** Moves to the percent sign of the next magic; whether there is one. */
  boolean toNextMagic() {
    while (at < code.length()) {
      var c = code.charAt(at);
      if (startsWith("//")) {
        skipTo("\n", 0);
      } else if (startsWith("/*")) {
        skipTo("*/", 2);
      } else if (startsWith("\"\"\"")) {
        skipText("\"\"\"");
      } else if (c == '"' || c == '\'') {
        skipText(String.valueOf(c));
      } else if (c == '%' && isMagic()) {
        return true;
      } else {
        note(c);
        at++;
      }
    }
    return false;
  }

  /** Where the percent sign of the magic is. */
  int position() {
    return at;
  }

  /** Whether the magic stands alone, outside any block: not a part of a Java statement. */
  boolean isBetweenStatements() {
    return depth <= 0 && before != '=' && before != '>';
  }

  boolean isOutsideBlocks() {
    return depth <= 0;
  }

  /** Goes on behind a magic. */
  void continueAt(int position) {
    at = position;
    note(';');
  }

  private boolean isMagic() {
    var mayBegin = isFirstOnLine() && aStatementMayBegin();
    return isNamedAt(at + 1) ? before == '=' || mayBegin : mayBegin && isMisplacedCellMagic();
  }

  private boolean isNamedAt(int position) {
    return position < code.length() && Character.isJavaIdentifierPart(code.charAt(position));
  }

  private boolean isMisplacedCellMagic() {
    return startsWith("%%") && isNamedAt(at + 2);
  }

  private boolean isFirstOnLine() {
    var i = at - 1;
    while (i >= 0 && (code.charAt(i) == ' ' || code.charAt(i) == '\t')) {
      i--;
    }
    return i < 0 || code.charAt(i) == '\n' || code.charAt(i) == '\r';
  }

  private boolean aStatementMayBegin() {
    return before == 0 || ";{}:".indexOf(before) >= 0 || (before == '>' && beforeThat == '-');
  }

  private void note(char c) {
    if (Character.isWhitespace(c)) {
      return;
    }
    if ("({[".indexOf(c) >= 0) {
      depth++;
    } else if (")}]".indexOf(c) >= 0) {
      depth--;
    }
    beforeThat = before;
    before = c;
  }

  private boolean startsWith(String text) {
    return code.startsWith(text, at);
  }

  private void skipTo(String end, int behind) {
    var found = code.indexOf(end, at + behind);
    at = found < 0 ? code.length() : found + behind;
  }

  private void skipText(String quote) {
    at += quote.length();
    while (at < code.length() && !startsWith(quote)) {
      var c = code.charAt(at);
      if (c == '\n' && quote.length() == 1) {
        return; // not closed on its line: the compiler will say so
      }
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(code.length(), at + quote.length());
    note(quote.charAt(0));
  }
}
