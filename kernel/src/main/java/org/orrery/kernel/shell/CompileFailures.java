package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;

/**
 * Says what the compiler found wrong: the cell's line and column, the line itself, a caret and the
 * compiler's words.
 */
final class CompileFailures {

  private static final String NAME = "CompileError";

  private CompileFailures() {}

  /** The failure of {@code piece} for all the errors among {@code diagnostics}. */
  static Failure of(Piece piece, List<Diag> diagnostics) {
    var errors = diagnostics.stream().filter(Diag::isError).toList();
    var traceback = new ArrayList<String>();
    for (var error : errors) {
      traceback.addAll(shown(piece, error));
    }
    if (errors.isEmpty()) {
      return of(piece.cell(), piece.offset(), "the compiler refused this without a reason");
    }
    var first = errors.get(0);
    var lines = new CellLines(piece.cell());
    var evalue =
        "line %d: %s".formatted(lines.lineAt(begin(piece, first)), words(first).split("\n")[0]);
    return new Failure(NAME, evalue, traceback);
  }

  /** A failure of our own finding at {@code offset} of {@code cell}. */
  static Failure of(Cell cell, int offset, String words) {
    return of(cell, offset, 1, words);
  }

  private static Failure of(Cell cell, int offset, int length, String words) {
    var lines = new CellLines(cell);
    return new Failure(
        NAME,
        "line %d: %s".formatted(lines.lineAt(offset), words),
        shown(lines, offset, offset + length, words));
  }

  /**
   * The failure of a declaration that {@code needed}, such as {@code variable x}, are missing for.
   */
  static Failure unresolved(Piece piece, List<String> needed) {
    var words = "cannot find symbol: " + String.join(", ", needed);
    var name =
        needed.isEmpty() ? "" : needed.get(0).replaceFirst("\\(.*", "").replaceFirst(".* ", "");
    var found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(piece.source());
    var at = found.find() ? found.start() : 0;
    return of(piece.cell(), piece.offset() + at, name.length(), words);
  }

  private static List<String> shown(Piece piece, Diag error) {
    var begin = begin(piece, error);
    var end = Math.max(begin + 1, piece.offset() + (int) error.getEndPosition());
    return shown(new CellLines(piece.cell()), begin, end, words(error));
  }

  private static List<String> shown(CellLines lines, int begin, int end, String words) {
    var line = lines.lineAt(begin);
    var column = lines.columnAt(begin);
    var text = lines.text(line);
    var carets = Math.max(1, Math.min(end - begin, text.length() - column + 1));
    var shown = new ArrayList<String>();
    shown.add(
        Ansi.red(
            "%s in cell [%d], line %d:%d".formatted(NAME, lines.cell().number(), line, column)));
    shown.add("  " + text);
    shown.add("  " + blanksUnder(text, column - 1) + Ansi.red("^".repeat(carets)));
    words.lines().forEach(shown::add);
    return shown;
  }

  private static int begin(Piece piece, Diag error) {
    var inPiece = Math.max(error.getPosition(), error.getStartPosition());
    return piece.offset() + (int) Math.max(0, Math.min(inPiece, piece.source().length()));
  }

  /** As wide as the first {@code width} characters of {@code text}: its tabs stay tabs. */
  private static String blanksUnder(String text, int width) {
    return text.chars()
        .limit(width)
        .mapToObj(c -> c == '\t' ? "\t" : " ")
        .collect(Collectors.joining());
  }

  /** The compiler's message without the classes that JShell wraps around a cell. */
  private static String words(Diag error) {
    return error
        .getMessage(null)
        .lines()
        .filter(line -> !line.matches("\\s*location:\\s*class\\s*(\\S*\\$JShell\\$\\S*)?"))
        .collect(Collectors.joining("\n"));
  }
}
