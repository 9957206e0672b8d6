package org.orrery.kernel.magic;

import java.util.List;

/**
 * One use of a magic.
 *
 * <pre>{@code
 * %jars "my libs/*.jar" other.jar
 * // name: jars, words: [my libs/*.jar, other.jar], raw: "my libs/*.jar" other.jar, body: ""
 * }</pre>
 *
 * @param name the magic's name, without percent signs
 * @param raw what stands behind the name on its line, without blanks around it
 * @param words {@code raw} split at blanks; double quotes hold a word together
 * @param body the lines below a cell magic's; empty for a line magic
 * @param code the code this magic is about, behind blanks and line ends for all that precedes it in
 *     its cell, so that its lines keep their numbers: {@code body} of a cell magic, {@code raw} of
 *     a line magic
 */
public record MagicCall(String name, String raw, List<String> words, String body, String code) {

  public MagicCall {
    words = List.copyOf(words);
  }

  /** A line magic outside any cell. */
  public static MagicCall line(String name, List<String> words) {
    var raw = String.join(" ", words);
    return new MagicCall(name, raw, words, "", raw);
  }

  /** A cell magic outside any cell. */
  public static MagicCall cell(String name, List<String> words, String body) {
    return new MagicCall(name, String.join(" ", words), words, body, body);
  }

  /** The line magic {@code text}, written without its percent sign, at {@code offset} of a cell. */
  static MagicCall lineAt(String text, String cell, int offset) {
    var name = nameIn(text);
    var raw = text.substring(name.length()).strip();
    var begin = offset + text.indexOf(raw, name.length());
    return new MagicCall(name, raw, Words.of(raw), "", blanksFor(cell, begin) + raw);
  }

  /** The cell magic whose line is {@code text}, with the rest of {@code cell} as its body. */
  static MagicCall wholeOf(String text, String cell, int bodyOffset) {
    var name = nameIn(text);
    var raw = text.substring(name.length()).strip();
    var body = cell.substring(bodyOffset);
    return new MagicCall(name, raw, Words.of(raw), body, blanksFor(cell, bodyOffset) + body);
  }

  private static String nameIn(String text) {
    var end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static String blanksFor(String cell, int length) {
    var blanks = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      var c = cell.charAt(i);
      blanks.append(c == '\n' || c == '\r' ? c : ' ');
    }
    return blanks.toString();
  }
}
