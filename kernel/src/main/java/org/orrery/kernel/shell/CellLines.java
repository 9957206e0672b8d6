package org.orrery.kernel.shell;

import java.util.List;

/** Where in a cell something is: lines and columns count from 1. */
record CellLines(Cell cell) {

  /** The line that holds the character at {@code offset} of the cell's code. */
  int lineAt(int offset) {
    var end = Math.min(offset, cell.code().length());
    return 1 + (int) cell.code().chars().limit(end).filter(c -> c == '\n').count();
  }

  /** The line of each character of the cell's code. */
  int[] ofOffsets() {
    var lines = new int[cell.code().length()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = i == 0 ? 1 : lines[i - 1] + (cell.code().charAt(i - 1) == '\n' ? 1 : 0);
    }
    return lines;
  }

  /** The column of the character at {@code offset} in its line. */
  int columnAt(int offset) {
    var end = Math.min(offset, cell.code().length());
    return end - cell.code().lastIndexOf('\n', end - 1);
  }

  /** The text of {@code line}, or "" when the cell has no such line. */
  String text(int line) {
    List<String> lines = cell.code().lines().toList();
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
  }
}
