package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, number, text or symbol of Java source, with its place. Comments and blanks are none.
 *
 * @param kind what it is
 * @param text its characters; a symbol is one character, but for {@code ->} and {@code ::}
 * @param start offset of its first character
 */
record Token(Kind kind, String text, int start) {

  enum Kind {
    WORD,
    NUMBER,
    TEXT,
    SYMBOL
  }

  int end() {
    return start + text.length();
  }

  boolean is(String other) {
    return text.equals(other);
  }

  /** The tokens of {@code code}. What is left open, such as a text, ends where the code ends. */
  static List<Token> of(String code) {
    var tokens = new ArrayList<Token>();
    var at = 0;
    while (at < code.length()) {
      var c = code.charAt(at);
      int end;
      if (Character.isWhitespace(c)) {
        at++;
      } else if (code.startsWith("//", at)) {
        var line = code.indexOf('\n', at);
        at = line < 0 ? code.length() : line;
      } else if (code.startsWith("/*", at)) {
        at = after(code, "*/", at + 2);
      } else {
        Kind kind;
        if (Character.isJavaIdentifierStart(code.codePointAt(at))) {
          kind = Kind.WORD;
          end = endOfWord(code, at);
        } else if (Character.isDigit(c)) {
          kind = Kind.NUMBER;
          end = endOfNumber(code, at);
        } else if (c == '"' || c == '\'') {
          kind = Kind.TEXT;
          end = endOfText(code, at, code.startsWith("\"\"\"", at) ? "\"\"\"" : "" + c);
        } else {
          kind = Kind.SYMBOL;
          var isPair = code.startsWith("->", at) || code.startsWith("::", at);
          end = at + (isPair ? 2 : Character.charCount(code.codePointAt(at)));
        }
        tokens.add(new Token(kind, code.substring(at, end), at));
        at = end;
      }
    }
    return tokens;
  }

  /** The brackets that {@code tokens} leave open, as what closes them, outermost last. */
  static String closing(List<Token> tokens) {
    var open = new StringBuilder();
    for (var token : tokens) {
      switch (token.text()) {
        case "(" -> open.insert(0, ')');
        case "[" -> open.insert(0, ']');
        case "{" -> open.insert(0, '}');
        case ")", "]", "}" -> {
          if (open.length() > 0 && open.charAt(0) == token.text().charAt(0)) {
            open.deleteCharAt(0);
          }
        }
        default -> {}
      }
    }
    return open.toString();
  }

  private static int endOfWord(String code, int at) {
    var end = at;
    while (end < code.length() && Character.isJavaIdentifierPart(code.codePointAt(end))) {
      end += Character.charCount(code.codePointAt(end));
    }
    return end;
  }

  private static int endOfNumber(String code, int at) {
    var end = at;
    while (end < code.length()
        && (Character.isJavaIdentifierPart(code.charAt(end)) || code.charAt(end) == '.')) {
      end++;
    }
    return end;
  }

  /** A text ends with {@code quote}; one of a single quote also where its line ends. */
  private static int endOfText(String code, int at, String quote) {
    var end = at + quote.length();
    while (end < code.length() && !code.startsWith(quote, end)) {
      if (quote.length() == 1 && code.charAt(end) == '\n') {
        return end;
      }
      end += code.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(code.length(), end + quote.length());
  }

  private static int after(String code, String what, int from) {
    var found = code.indexOf(what, from);
    return found < 0 ? code.length() : found + what.length();
  }
}
