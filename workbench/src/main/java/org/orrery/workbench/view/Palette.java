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

  /** The colour of one of several; of more than there are, a step from light to dark. */
  static String css(int index, int of) {
    if (of <= BRIGHT.size()) {
      return css(index);
    }
    double share = index / (of - 1.0);
    int[] light = {0x99, 0xcc, 0xee};
    int[] dark = {0x5a, 0x4f, 0xb0};
    int[] mixed = new int[3];
    for (int i = 0; i < 3; i++) {
      mixed[i] = (int) Math.round(light[i] + share * (dark[i] - light[i]));
    }
    return "#%02x%02x%02x".formatted(mixed[0], mixed[1], mixed[2]);
  }

  static Color colour(int index) {
    return Color.decode(css(index));
  }
}
