package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the parts of a cell that are no statements: imports, types and methods. Everything else is
 * left to the compiler's own parser.
 */
final class Members {

  enum Kind {
    IMPORT,
    TYPE,
    METHOD
  }

  /**
   * A part of a cell's code from {@code start} up to {@code end}.
   *
   * @param blanked modifiers in it that mean nothing in a cell, such as {@code private}
   */
  record Region(Kind kind, int start, int end, List<Token> blanked) {}

  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");
  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "default",
          "synchronized",
          "native",
          "strictfp",
          "sealed",
          "non");
  private static final Set<String> MEANINGLESS = Set.of("public", "protected", "private", "static");
  private static final Set<String> NEVER_A_TYPE =
      Set.of(
          "return",
          "throw",
          "new",
          "else",
          "do",
          "assert",
          "yield",
          "case",
          "if",
          "for",
          "while",
          "switch",
          "try",
          "catch",
          "instanceof");

  private final String code;
  private final List<Token> tokens;
  private final List<Region> found = new ArrayList<>();

  private Members(String code) {
    this.code = code;
    this.tokens = Token.of(code);
  }

  /** The imports, types and methods of {@code code} in order. */
  static List<Region> of(String code) {
    var members = new Members(code);
    members.scan();
    return members.found;
  }

  private void scan() {
    var at = 0;
    while (at < tokens.size()) {
      var end = member(at);
      at = end > at ? end : afterStatement(at);
    }
  }

  /** Takes the member that begins at token {@code at}; the token after it, or {@code at}. */
  private int member(int at) {
    if (word(at).equals("import")) {
      var end = at;
      while (end < tokens.size() && !is(end, ";")) {
        end++;
      }
      return take(Kind.IMPORT, at, Math.min(end + 1, tokens.size()), List.of());
    }
    var blanked = new ArrayList<Token>();
    var first = afterModifiers(at, blanked);
    if (isType(first)) {
      return take(Kind.TYPE, at, afterBody(first), blanked);
    }
    var body = bodyOfMethod(first);
    if (body < 0) {
      return at;
    }
    tokens.subList(at, first).stream().filter(one -> one.is("final")).forEach(blanked::add);
    return take(Kind.METHOD, at, afterBrackets(body), blanked);
  }

  private int take(Kind kind, int from, int to, List<Token> blanked) {
    found.add(new Region(kind, tokens.get(from).start(), tokens.get(to - 1).end(), blanked));
    return to;
  }

  private int afterModifiers(int at, List<Token> blanked) {
    var next = at;
    while (next < tokens.size()) {
      if (is(next, "@") && !word(next + 1).equals("interface")) {
        next += 2;
        while (is(next, ".")) {
          next += 2;
        }
        if (is(next, "(")) {
          next = afterBrackets(next);
        }
      } else if (word(next).equals("non") && is(next + 1, "-") && word(next + 2).equals("sealed")) {
        next += 3;
      } else if (MODIFIERS.contains(word(next)) && !word(next).equals("non") && !isName(next)) {
        if (MEANINGLESS.contains(word(next))) {
          blanked.add(tokens.get(next));
        }
        next++;
      } else {
        return next;
      }
    }
    return next;
  }

  /** Whether {@code sealed} and its like are a name here, not a modifier. */
  private boolean isName(int at) {
    return is(at + 1, "=") || is(at + 1, ".") || is(at + 1, "(") || is(at + 1, ";");
  }

  private boolean isType(int at) {
    if (is(at, "@")) {
      return word(at + 1).equals("interface");
    }
    if (!TYPE_WORDS.contains(word(at)) || word(at + 1).isEmpty()) {
      return false;
    }
    return !word(at).equals("record") || is(at + 2, "(") || is(at + 2, "<");
  }

  /** The token after the braces of the type whose word is token {@code at}. */
  private int afterBody(int at) {
    var next = at;
    while (next < tokens.size() && !is(next, "{") && !is(next, ";")) {
      next = is(next, "(") ? afterBrackets(next) : next + 1;
    }
    return is(next, "{") ? afterBrackets(next) : Math.min(next + 1, tokens.size());
  }

  /**
   * The brace that opens the body of the method whose result type begins at token {@code at}; -1
   * when there is no method: {@code type name(...) {}, with nothing else before the parentheses.
   */
  private int bodyOfMethod(int at) {
    var next = at;
    while (next < tokens.size() && !is(next, "(")) {
      var token = tokens.get(next);
      var fits =
          token.kind() == Token.Kind.WORD && !NEVER_A_TYPE.contains(token.text())
              || ".,<>[]?&@".contains(token.text());
      if (!fits) {
        return -1;
      }
      next++;
    }
    if (next < at + 2 || word(next - 1).isEmpty() || !endsType(next - 2)) {
      return -1;
    }
    next = afterBrackets(next);
    while (is(next, "[") || is(next, "]")) {
      next++;
    }
    if (word(next).equals("throws")) {
      while (next < tokens.size() && !is(next, "{") && !is(next, ";")) {
        next++;
      }
    }
    return is(next, "{") ? next : -1;
  }

  private boolean endsType(int at) {
    return tokens.get(at).kind() == Token.Kind.WORD || is(at, "]") || is(at, ">");
  }

  /** The token after the next semicolon or closing brace outside brackets. */
  private int afterStatement(int at) {
    var next = at;
    while (next < tokens.size()) {
      if (is(next, "{")) {
        return afterBrackets(next);
      }
      if (is(next, ";")) {
        return next + 1;
      }
      next = is(next, "(") || is(next, "[") ? afterBrackets(next) : next + 1;
    }
    return next;
  }

  /** The token after the bracket that closes the one at {@code at}. */
  private int afterBrackets(int at) {
    var depth = 0;
    var next = at;
    while (next < tokens.size()) {
      if (is(next, "(") || is(next, "[") || is(next, "{")) {
        depth++;
      } else if (is(next, ")") || is(next, "]") || is(next, "}")) {
        depth--;
      }
      next++;
      if (depth <= 0) {
        return next;
      }
    }
    return next;
  }

  private boolean is(int at, String text) {
    return at < tokens.size() && tokens.get(at).is(text);
  }

  /** The word at token {@code at}, or "" when there is none. */
  private String word(int at) {
    return at < tokens.size() && tokens.get(at).kind() == Token.Kind.WORD
        ? tokens.get(at).text()
        : "";
  }

  /**
   * {@code code} with the characters of {@code regions} made blank: all others keep their place.
   */
  static String blank(String code, List<Region> regions) {
    var blank = new StringBuilder(code);
    regions.forEach(region -> blank(blank, region.start(), region.end()));
    return blank.toString();
  }

  /** Makes characters blank; line ends stay. */
  static void blank(StringBuilder code, int from, int to) {
    for (int i = from; i < to; i++) {
      if (code.charAt(i) != '\n') {
        code.setCharAt(i, ' ');
      }
    }
  }

  @Override
  public String toString() {
    return found + " in " + code;
  }
}
