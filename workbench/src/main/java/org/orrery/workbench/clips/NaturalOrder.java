package org.orrery.workbench.clips;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people number them: frame2 before frame10. */
final class NaturalOrder {
  private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

  private NaturalOrder() {}

  static int compare(Object left, Object right) {
    Matcher a = PIECE.matcher(left.toString());
    Matcher b = PIECE.matcher(right.toString());
    while (a.find() && b.find()) {
      int order = comparePieces(a.group(), b.group());
      if (order != 0) {
        return order;
      }
    }
    return left.toString().compareTo(right.toString());
  }

  private static int comparePieces(String a, String b) {
    boolean numbers = Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0));
    return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
  }
}
