package org.orrery.kernel.shell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Finds the cell and line behind a stack frame in a class that JShell wrapped around a piece of a
 * cell.
 */
final class SourceMap {

  /** A line of a cell. */
  record Place(Cell cell, int line) {
    String text() {
      return new CellLines(cell).text(line).strip();
    }
  }

  private record Origin(Piece piece, String source, SnippetWrapper wrapper) {}

  private static final String WRAPPERS = "REPL.$JShell$";

  private final Map<String, Origin> origins = new HashMap<>();

  static boolean isOfCell(StackTraceElement frame) {
    return frame.getClassName().startsWith(WRAPPERS);
  }

  /** Remembers the class that JShell last made of {@code snippet}, a part of {@code piece}. */
  void remember(Snippet snippet, Piece piece, SourceCodeAnalysis analysis) {
    var wrapper = analysis.wrapper(snippet);
    origins.put(wrapper.fullClassName(), new Origin(piece, snippet.source(), wrapper));
  }

  /** The line of a cell that {@code frame} was running, unless JShell made that code up. */
  Optional<Place> placeOf(StackTraceElement frame) {
    var inner = frame.getClassName().indexOf('$', WRAPPERS.length());
    var outer = inner < 0 ? frame.getClassName() : frame.getClassName().substring(0, inner);
    return Optional.ofNullable(origins.get(outer))
        .flatMap(origin -> placeIn(origin, frame.getLineNumber()));
  }

  /**
   * The first line of the source at or behind {@code wrappedLine}: a frame may name the line JShell
   * put before an expression.
   */
  private static Optional<Place> placeIn(Origin origin, int wrappedLine) {
    var begin = beginOf(origin.wrapper().wrapped(), wrappedLine);
    var shift = Math.max(0, origin.piece().source().indexOf(origin.source()));
    for (int i = 0; i < origin.source().length(); i++) {
      var isText = !Character.isWhitespace(origin.source().charAt(i));
      if (isText && origin.wrapper().sourceToWrappedPosition(i) >= begin) {
        var cell = origin.piece().cell();
        var line = new CellLines(cell).lineAt(origin.piece().offset() + shift + i);
        return Optional.of(new Place(cell, line));
      }
    }
    return Optional.empty();
  }

  /** Where {@code line} of {@code text} begins. */
  private static int beginOf(String text, int line) {
    var begin = 0;
    for (int passed = 1; passed < line; passed++) {
      begin = text.indexOf('\n', begin) + 1;
    }
    return begin;
  }
}
