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

  private static Optional<Place> placeIn(Origin origin, int wrappedLine) {
    var lineStarts = lineStarts(origin.wrapper().wrapped(), wrappedLine);
    if (lineStarts.isEmpty()) {
      return Optional.empty();
    }
    var begin = lineStarts.get()[0];
    var end = lineStarts.get()[1];
    var shift = Math.max(0, origin.piece().source().indexOf(origin.source()));
    for (int i = 0; i < origin.source().length(); i++) {
      var wrapped = origin.wrapper().sourceToWrappedPosition(i);
      if (wrapped >= begin && wrapped < end && !Character.isWhitespace(origin.source().charAt(i))) {
        var lines = new CellLines(origin.piece().cell());
        var line = lines.lineAt(origin.piece().offset() + shift + i);
        return Optional.of(new Place(origin.piece().cell(), line));
      }
    }
    return Optional.empty();
  }

  /** Where {@code line} of {@code text} begins, and where the next one does. */
  private static Optional<int[]> lineStarts(String text, int line) {
    var begin = 0;
    for (int passed = 1; passed < line; passed++) {
      begin = text.indexOf('\n', begin) + 1;
      if (begin == 0) {
        return Optional.empty();
      }
    }
    var end = text.indexOf('\n', begin);
    return Optional.of(new int[] {begin, end < 0 ? text.length() : end + 1});
  }
}
