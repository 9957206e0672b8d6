package org.orrery.kernel.shell;

import java.util.Locale;

/** How much alike two names are. */
final class Spelling {

  private Spelling() {}

  /**
   * Whether {@code name} may be {@code other} misspelt: longer names may have more wrong letters.
   */
  static boolean isClose(String name, String other) {
    var most = name.length() <= 2 ? 0 : name.length() <= 4 ? 1 : name.length() <= 8 ? 2 : 3;
    return Math.abs(name.length() - other.length()) <= most && distance(name, other) <= most;
  }

  /**
   * The letters to insert, drop, replace or swap with their neighbour to turn one into the other
   * (optimal string alignment); upper and lower case are the same.
   */
  static int distance(String name, String other) {
    var from = name.toLowerCase(Locale.ROOT);
    var to = other.toLowerCase(Locale.ROOT);
    var rows = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(rows[i - 1][j - 1] + change, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var isSwap =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (isSwap) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[from.length()][to.length()];
  }
}
