package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Says what the compiler found wrong: the cell's line and column, the line itself, a caret and the
 * compiler's words.
 */
final class CompileFailures {

  private static final String NAME = "CompileError";

  private CompileFailures() {}

  /**
   * One thing wrong.
   *
   * @param begin where in the cell's code
   * @param code javac's key of the message; "" for one of our own
   * @param words javac's message, or ours
   */
  record Error(Cell cell, int begin, int end, String code, String words) {

    /** The same with one more line of words. */
    Error and(String line) {
      return new Error(cell, begin, end, code, words + "\n" + line);
    }
  }

  /** The failure of {@code cell} for all of {@code errors}. */
  static Failure of(Cell cell, List<Error> errors) {
    var inOrder = new ArrayList<>(errors);
    inOrder.sort(Comparator.comparing(Error::begin));
    var traceback = new ArrayList<String>();
    inOrder.stream().map(CompileFailures::shown).distinct().forEach(traceback::addAll);
    var first = inOrder.get(0);
    var evalue =
        "line %d: %s"
            .formatted(new CellLines(first.cell()).lineAt(first.begin()), firstLine(first));
    return new Failure(NAME, evalue, traceback);
  }

  /** A failure of our own finding at {@code offset} of {@code cell}. */
  static Failure of(Cell cell, int offset, String words) {
    return of(cell, List.of(new Error(cell, offset, offset + 1, "", words)));
  }

  private static String firstLine(Error error) {
    var lines = words(error).split("\n");
    var symbol =
        lines.length > 1 && lines[1].strip().startsWith("symbol:")
            ? ": " + lines[1].strip().replaceFirst("symbol:\\s*", "")
            : "";
    return lines[0] + symbol;
  }

  private static List<String> shown(Error error) {
    var lines = new CellLines(error.cell());
    var line = lines.lineAt(error.begin());
    var column = lines.columnAt(error.begin());
    var text = lines.text(line);
    var carets = Math.max(1, Math.min(error.end() - error.begin(), text.length() - column + 1));
    var shown = new ArrayList<String>();
    shown.add(
        Ansi.red(
            "%s in cell [%d], line %d:%d".formatted(NAME, error.cell().number(), line, column)));
    shown.add("  " + text);
    shown.add("  " + blanksUnder(text, column - 1) + Ansi.red("^".repeat(carets)));
    words(error).lines().forEach(shown::add);
    return shown;
  }

  /** As wide as the first {@code width} characters of {@code text}: its tabs stay tabs. */
  private static String blanksUnder(String text, int width) {
    return text.chars()
        .limit(width)
        .mapToObj(c -> c == '\t' ? "\t" : " ")
        .collect(Collectors.joining());
  }

  /** The message of {@code error} without the classes around a cell. */
  static String words(Error error) {
    return error
        .words()
        .lines()
        .filter(line -> !line.matches("\\s*location:\\s*class\\s*(REPL\\.)?\\$Cell[0-9]\\w*"))
        .map(CellSourceLines::withoutHolders)
        .collect(Collectors.joining("\n"));
  }
}
