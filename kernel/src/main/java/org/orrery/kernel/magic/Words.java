package org.orrery.kernel.magic;

import java.util.ArrayList;
import java.util.List;

/** Splits what stands behind a magic's name at blanks. */
final class Words {

  private static final String CAN_BE_ESCAPED = "\"\\";

  private Words() {}

  /**
   * The words of {@code text}. Double quotes hold a word together; a backslash makes the quote or
   * backslash behind it an ordinary character.
   */
  static List<String> of(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    var quoted = false;
    var begun = false;
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var escapes =
          c == '\\' && i + 1 < text.length() && CAN_BE_ESCAPED.indexOf(text.charAt(i + 1)) >= 0;
      if (Character.isWhitespace(c) && !quoted) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
        }
        begun = false;
      } else if (c == '"') {
        quoted = !quoted;
        begun = true;
      } else {
        word.append(escapes ? text.charAt(++i) : c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
