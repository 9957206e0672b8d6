package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;

/**
 * A part of a cell that JShell evaluates at once: a declaration, a statement or an expression, with
 * what precedes it.
 *
 * @param cell the cell it is a part of
 * @param source its text, perhaps with a semicolon added
 * @param offset where in the cell's code it begins
 * @param completeness whether it is whole
 */
record Piece(Cell cell, String source, int offset, Completeness completeness) {

  /** The parts of {@code cell} in order; none when it holds only blanks and comments. */
  static List<Piece> split(Cell cell, SourceCodeAnalysis analysis) {
    var pieces = new ArrayList<Piece>();
    var rest = cell.code();
    while (!rest.isBlank()) {
      var found = analysis.analyzeCompletion(rest);
      if (found.completeness() == Completeness.EMPTY) {
        break;
      }
      var offset = cell.code().length() - rest.length();
      var whole = found.completeness().isComplete();
      var source = whole ? found.source() : rest;
      pieces.add(new Piece(cell, source, offset, found.completeness()));
      rest = whole ? found.remaining() : "";
    }
    return pieces;
  }

  boolean isWhole() {
    return completeness.isComplete();
  }
}
