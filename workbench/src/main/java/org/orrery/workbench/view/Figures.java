package org.orrery.workbench.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers in captions: three digits, or the whole part if that is longer. */
final class Figures {
  private Figures() {}

  static String show(double value) {
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded =
        Math.abs(value) >= 100
            ? exact.setScale(0, RoundingMode.HALF_EVEN)
            : exact.round(new MathContext(3));
    if (rounded.signum() == 0) {
      return "0";
    }
    String plain = rounded.stripTrailingZeros().toPlainString();
    return Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4 ? "%.3g".formatted(value) : plain;
  }
}
