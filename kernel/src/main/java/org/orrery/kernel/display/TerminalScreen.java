package org.orrery.kernel.display;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;

/** Bars in the last line of a terminal, written over again and again. */
final class TerminalScreen implements ProgressScreen {

  private static final String ERASE = "\r\u001b[K";

  private final PrintStream out;
  private final int columns;

  TerminalScreen(PrintStream out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Whether a person sees this program's output as it comes. */
  static boolean isWatched() {
    var console = System.console();
    if (console == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try { // since JDK 22 there is a console without a terminal too
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  static int columns() {
    var columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : 80;
  }

  @Override
  public void draw(Picture picture) {
    var lines = picture.isLast() ? List.of(picture.outermost()) : picture.lines();
    out.print(ERASE + ProgressText.inOneLine(lines, columns - 1) + (picture.isLast() ? "\n" : ""));
    out.flush();
  }
}
