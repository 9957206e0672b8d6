package org.orrery.kernel.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.orrery.kernel.shell.Members.Kind;
import org.orrery.kernel.shell.Members.Region;

/**
 * Code as it is while somebody writes it, cut at the cursor and ended there so that javac can read
 * it: the word at the cursor carries {@value #MARK}, what is open is closed, and the types and
 * methods that follow are kept.
 *
 * <pre>{@code
 * UnfinishedCode.of("for (var x : list.", 18)   // for (var x : list.$cursor$ );
 * }</pre>
 */
final class UnfinishedCode {

  static final String MARK = "$cursor$";

  private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");
  private static final Set<String> BEFORE_TYPES =
      Set.of("extends", "implements", "throws", "permits");

  private final String code;
  private final int cursor;
  private final String prefix;
  private final List<Token> tokens;

  private UnfinishedCode(String code, int cursor) {
    this.code = code;
    this.cursor = cursor;
    var start = cursor;
    while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
      start--;
    }
    prefix = code.substring(start, cursor);
    tokens = Token.of(code.substring(0, cursor) + MARK);
  }

  static UnfinishedCode of(String code, int cursor) {
    return new UnfinishedCode(code, cursor);
  }

  /** The part before the cursor of the word at the cursor. */
  String prefix() {
    return prefix;
  }

  /** Where {@link #prefix} starts. */
  int start() {
    return cursor - prefix.length();
  }

  /** Whether a name can stand at the cursor: not in a comment, a text or a number. */
  boolean isCode() {
    var last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    return last != null && last.kind() == Token.Kind.WORD && last.is(prefix + MARK);
  }

  /**
   * The tokens of the import at the cursor from the word {@code import} on, the marked one last;
   * empty when the cursor is not in an import.
   */
  List<Token> importAtCursor() {
    var from = tokens.size() - 1;
    while (from >= 0 && !isBoundary(from)) {
      from--;
    }
    return from + 1 < tokens.size() && tokens.get(from + 1).is("import")
        ? tokens.subList(from + 1, tokens.size())
        : List.of();
  }

  private boolean isBoundary(int at) {
    return at < 0 || tokens.get(at).is(";") || tokens.get(at).is("{") || tokens.get(at).is("}");
  }

  /**
   * The whole as Java: the code up to the mark, what ends the statement and closes its brackets,
   * and the members after it.
   */
  String text() {
    var open = leftOpen();
    var classBrace = open.stream().filter(this::isClassBrace).findFirst().orElse(-1);
    var closing = new StringBuilder(afterName());
    var braces = 0;
    for (var at : open) {
      if (at.equals(classBrace)) {
        break;
      }
      switch (tokens.get(at).text()) {
        case "(" ->
            closing.append(missingInParentheses(at)).append(')').append(afterParentheses(at));
        case "[" -> closing.append(']');
        default -> {
          closing.append(isArray(at) ? "}" : ";}");
          braces++;
        }
      }
    }
    var whole = code.substring(0, cursor) + MARK + closing + ";\n" + rest(braces, classBrace >= 0);
    return whole + Token.closing(Token.of(whole));
  }

  /** The opening brackets around the cursor, innermost first. */
  private Deque<Integer> leftOpen() {
    var open = new ArrayDeque<Integer>();
    for (int at = 0; at < tokens.size(); at++) {
      switch (tokens.get(at).text()) {
        case "(", "[", "{" -> open.push(at);
        case ")", "]", "}" -> open.poll();
        default -> {}
      }
    }
    return open;
  }

  private boolean isClassBrace(int brace) {
    if (!tokens.get(brace).is("{")) {
      return false;
    }
    var at = brace - 1;
    while (!isBoundary(at)) {
      if (TYPE_WORDS.contains(tokens.get(at).text()) && !isBoundary(at + 1)) {
        return at + 1 < brace && tokens.get(at + 1).kind() == Token.Kind.WORD;
      }
      at--;
    }
    return false;
  }

  /** What makes the name at the cursor whole: {@code new X} needs parentheses, for example. */
  private String afterName() {
    var at = tokens.size() - 1;
    while (at >= 2 && tokens.get(at - 1).is(".")) {
      at -= 2;
    }
    var before = at > 0 ? tokens.get(at - 1).text() : "";
    if (before.equals("new")) {
      return "()";
    }
    if (before.equals("@")) {
      return " int $annotated";
    }
    var from = tokens.size() - 2;
    var takesType = false;
    var isCase = false;
    while (!isBoundary(from)) {
      takesType |= BEFORE_TYPES.contains(tokens.get(from).text());
      isCase |= tokens.get(from).is("case");
      if (tokens.get(from).is("->") || tokens.get(from).is(":")) {
        isCase = false;
        break;
      }
      from--;
    }
    return takesType ? " {}" : isCase ? " :" : "";
  }

  private String missingInParentheses(int at) {
    var before = at > 0 ? tokens.get(at - 1).text() : "";
    var inside = tokens.subList(at + 1, tokens.size());
    if (before.equals("for") && inside.stream().noneMatch(one -> one.is(":"))) {
      var semicolons = inside.stream().filter(one -> one.is(";")).count();
      return ";".repeat((int) Math.max(0, 2 - semicolons));
    }
    return before.equals("catch") ? " $caught" : "";
  }

  private String afterParentheses(int at) {
    var before = at > 0 ? tokens.get(at - 1).text() : "";
    return switch (before) {
      case "try", "catch", "switch" -> " {}";
      default -> isHeaderOfMethod(at) ? " {}" : "";
    };
  }

  /** Whether the parenthesis is that of {@code type name(}. */
  private boolean isHeaderOfMethod(int at) {
    return at >= 2
        && tokens.get(at - 1).kind() == Token.Kind.WORD
        && tokens.get(at - 2).kind() == Token.Kind.WORD
        && !Set.of("new", "return", "throw", "else", "assert", "yield", "case")
            .contains(tokens.get(at - 2).text());
  }

  private boolean isArray(int at) {
    if (at == 0) {
      return false;
    }
    var before = tokens.get(at - 1).text();
    return before.equals("=")
        || before.equals("]")
        || (before.equals("{") || before.equals(",")) && isArray(at - 1);
  }

  /**
   * The code after what the cursor stands in: {@code braces} more closing braces than opening ones
   * have passed.
   */
  private String rest(int braces, boolean inClass) {
    var after = code.substring(cursor);
    var open = braces;
    for (var token : Token.of(after)) {
      if (open == 0) {
        break;
      }
      open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      if (open == 0) {
        return members(after.substring(token.end()), inClass);
      }
    }
    if (open > 0) {
      return "";
    }
    var end = after.length();
    for (var token : Token.of(after)) {
      if (token.is(";") || token.is("}")) {
        end = token.is(";") ? token.end() : token.start();
        break;
      }
    }
    var line = after.indexOf('\n');
    var from = line < 0 ? end : Math.min(line, end);
    return members(after.substring(from), inClass);
  }

  /** What follows in a class body stays; of what follows in a cell, only types and methods. */
  private static String members(String after, boolean inClass) {
    if (inClass) {
      return after;
    }
    var kept = new StringBuilder();
    for (Region region : Members.of(after)) {
      if (region.kind() != Kind.IMPORT) {
        kept.append(after, region.start(), region.end()).append('\n');
      }
    }
    return kept.toString();
  }
}
