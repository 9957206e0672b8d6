package org.orrery.lab.cli;

import picocli.CommandLine.Help.Ansi;

/** What the terminal can do, as the launcher found it. */
final class Terminal {

  private static final int USUAL_COLUMNS = 100;

  private Terminal() {}

  /** Whether a person watches: only then may a line be written over. */
  static boolean live() {
    return Boolean.getBoolean("orrery.terminal");
  }

  static Ansi ansi() {
    return live() && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;
  }

  static int columns() {
    var columns = Integer.getInteger("orrery.columns", USUAL_COLUMNS);
    return columns > 0 ? Math.max(40, columns) : USUAL_COLUMNS;
  }
}
