package org.orrery.kernel.magic;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says that there is no such magic, and which one may have been meant. */
final class UnknownMagic {

  private UnknownMagic() {}

  static String words(
      String sign, String name, Set<String> names, String otherSign, Set<String> otherNames) {
    var unknown = "there is no magic %s%s".formatted(sign, name);
    if (otherNames.contains(name)) {
      var other = otherSign + name;
      return "%s, but there is %s: %s"
          .formatted(
              unknown,
              other,
              other.startsWith("%%") ? "make it the first line of a cell" : "give it one line");
    }
    var meant = nearest(name, names).map(near -> ": did you mean " + sign + near + "?").orElse("");
    return unknown + meant + (meant.isEmpty() ? "; " : " ") + "%lsmagic lists all";
  }

  private static Optional<String> nearest(String name, Set<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(one -> distance(name, one)))
        .filter(one -> distance(name, one) <= (name.length() + 1) / 3);
  }

  /** How many characters to insert, delete or replace between the two, case aside (Levenshtein). */
  private static int distance(String one, String other) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
