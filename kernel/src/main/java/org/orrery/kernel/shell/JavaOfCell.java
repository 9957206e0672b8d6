package org.orrery.kernel.shell;

import org.orrery.kernel.magic.CellPart;
import org.orrery.kernel.magic.CellParts;

/**
 * The Java of a cell with its magics made blank, so that all else keeps its place.
 *
 * <pre>{@code
 * JavaOfCell.of("%maven a:b:1\nint x;").text()      // "            \nint x;"
 * JavaOfCell.of("%maven a:b:1").isMagicAt(3)        // true
 * }</pre>
 */
final class JavaOfCell {

  private final StringBuilder text;
  private final StringBuilder isMagic;

  private JavaOfCell(String code) {
    this.text = new StringBuilder(code);
    this.isMagic = new StringBuilder(" ".repeat(code.length() + 1));
    for (var part : CellParts.split(code)) {
      if (part instanceof CellPart.Java java) {
        for (var call : java.rewritten()) {
          var start = java.offsetInCell(call.position());
          blank(start, start + call.lengthInCell());
          var value = call.lengthInCell() > 4 ? "null;" : "0;";
          text.replace(start, start + value.length(), value);
        }
      } else if (part instanceof CellPart.Line) {
        var end = code.indexOf('\n', part.offset());
        blank(part.offset(), end < 0 ? code.length() : end);
      } else {
        blank(part.offset(), code.length());
      }
    }
  }

  static JavaOfCell of(String code) {
    return new JavaOfCell(code);
  }

  private void blank(int from, int to) {
    Members.blank(text, from, to);
    isMagic.replace(from, to + 1, "%".repeat(to + 1 - from));
  }

  String text() {
    return text.toString();
  }

  /** Whether {@code cursor} is in a magic or right behind one. */
  boolean isMagicAt(int cursor) {
    return cursor > 0 && isMagic.charAt(cursor) == '%' && isMagic.charAt(cursor - 1) == '%';
  }
}
