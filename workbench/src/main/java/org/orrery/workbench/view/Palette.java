package org.orrery.workbench.view;

import java.awt.Color;
import java.util.List;

/** The one set of colours, told apart by colour-blind readers too (Paul Tol's "bright" scheme). */
final class Palette {
  private static final List<String> BRIGHT =
      List.of("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#888888");

  private Palette() {}

  static String css(int index) {
    return BRIGHT.get(index % BRIGHT.size());
  }

  static Color colour(int index) {
    return Color.decode(css(index));
  }
}
