package org.orrery.kernel.shell;

import java.util.List;
import org.orrery.kernel.shell.Members.Kind;

/**
 * A cell's code as a source file of one class, for its documentation comments: types and methods
 * are its members, variables its fields without their values.
 */
final class CellAsFile {

  /** The simple name of the class. */
  static final String CLASS = "$Cell";

  private final StringBuilder text;
  private final List<Token> tokens;

  private CellAsFile(String code) {
    text = new StringBuilder(code);
    tokens = Token.of(code);
    var regions = Members.of(code);
    var from = 0;
    for (int at = 0; at < tokens.size(); at++) {
      var start = tokens.get(at).start();
      var region =
          regions.stream().filter(one -> one.start() <= start && start < one.end()).findFirst();
      if (region.isPresent() && region.get().kind() != Kind.IMPORT) {
        from = at + 1;
      } else if (tokens.get(at).is(";")) {
        statement(from, at);
        from = at + 1;
      } else if (at == tokens.size() - 1) {
        statement(from, at);
      }
    }
  }

  static String of(String code) {
    return "class " + CLASS + " {\n" + new CellAsFile(code).text + "\n}\n";
  }

  /** Leaves {@code x name;} of a declaration and {@code ;} of anything else. */
  private void statement(int from, int to) {
    var start = tokens.get(from).start();
    var left = ";";
    for (int at = from + 1; at <= to && left.equals(";"); at++) {
      var next = at < to ? tokens.get(at + 1).text() : ";";
      if (tokens.get(at).kind() == Token.Kind.WORD
          && (next.equals("=") || next.equals(";") || next.equals(","))
          && (tokens.get(at - 1).kind() == Token.Kind.WORD
              || ">]".contains(tokens.get(at - 1).text()))) {
        left = "x " + tokens.get(at).text() + ";";
      } else if (next.equals("(") || next.equals("{")) {
        break;
      }
    }
    for (int at = from; at <= to; at++) {
      Members.blank(text, tokens.get(at).start(), tokens.get(at).end());
    }
    for (int i = 0; i < left.length(); i++) {
      if (text.charAt(start + i) == ' ') {
        text.setCharAt(start + i, left.charAt(i));
      }
    }
  }
}
