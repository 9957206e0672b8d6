package org.orrery.kernel.shell;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Finds the line of a cell behind a stack frame of one of its classes. */
final class CellSourceLines {

  private static final Pattern CLASS =
      Pattern.compile(
          Pattern.quote(CellFiles.PACKAGE + ".") + "(\\$Cell[0-9]+(?:_[a-z][0-9]+)?)(?:\\$(.*))?");

  private final Map<String, Cell> cells = new ConcurrentHashMap<>();

  /** From here on the class {@code holder} means {@code cell}; what its frames call its file. */
  String remember(String holder, Cell cell) {
    cells.put(holder, cell);
    return "cell [" + cell.number() + "]";
  }

  static boolean isOfCell(StackTraceElement frame) {
    return frame.getClassName().startsWith(CellFiles.PACKAGE + ".$Cell");
  }

  /**
   * {@code name} as a cell's author knows it: without the class around everything of a cell; "" for
   * that class itself.
   */
  static String withoutHolder(String name) {
    var found = CLASS.matcher(name);
    if (!found.matches()) {
      return name;
    }
    return found.group(2) == null ? "" : found.group(2);
  }

  /** {@code text} with the names of cells' types as their authors know them. */
  static String withoutHolders(String text) {
    return text.replaceAll(
        "\\b(?:" + CellFiles.PACKAGE + "\\.)?\\$Cell[0-9]+(?:_[a-z][0-9]+)?[.$]", "");
  }

  /** The cell whose code {@code frame} was running. */
  Optional<Cell> cellOf(StackTraceElement frame) {
    var found = CLASS.matcher(frame.getClassName());
    return found.matches() ? Optional.ofNullable(cells.get(found.group(1))) : Optional.empty();
  }
}
