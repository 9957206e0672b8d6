package org.orrery.workbench.clips;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a person writes them: 25, 0.9, 29.97. */
final class Numbers {
  private Numbers() {}

  static String show(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
