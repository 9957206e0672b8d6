package org.orrery.kernel.shell;

/** Colours that terminals and notebooks understand. */
final class Ansi {

  private Ansi() {}

  static String red(String text) {
    return "\u001B[1;31m" + text + "\u001B[0m";
  }

  static String faint(String text) {
    return "\u001B[2m" + text + "\u001B[0m";
  }
}
