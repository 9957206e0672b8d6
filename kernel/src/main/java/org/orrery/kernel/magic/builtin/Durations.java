package org.orrery.kernel.magic.builtin;

import java.util.Locale;

/** Durations as text, with three digits that count. */
final class Durations {

  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private Durations() {}

  static String text(double nanos) {
    var value = nanos;
    var unit = 0;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    var decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f %s", value, UNITS[unit]);
  }
}
