package org.orrery.kernel.magic;

import java.util.List;

/** A part of a cell: Java, a line magic, or a cell magic that is all of it. */
public sealed interface CellPart {

  /** Where in the cell it begins. */
  int offset();

  /**
   * Java source. A magic inside it, on the right of a {@code =} or in a block, stands there as a
   * call already.
   *
   * @param text what to compile: as many lines as in the cell
   * @param rewritten the magics in it that became calls, in order
   */
  record Java(String text, int offset, List<Rewritten> rewritten) implements CellPart {

    public Java {
      rewritten = List.copyOf(rewritten);
    }

    /** Where in the cell stands what is at {@code position} of {@link #text}. */
    public int offsetInCell(int position) {
      var shift = 0;
      for (var one : rewritten) {
        if (position < one.position()) {
          break;
        }
        if (position < one.position() + one.length()) {
          return offset + one.position() + shift;
        }
        shift += one.lengthInCell() - one.length();
      }
      return offset + position + shift;
    }
  }

  /**
   * A magic that became a call.
   *
   * @param position where the call begins in the text
   * @param length how long the call is
   * @param lengthInCell how long the magic is in the cell
   */
  record Rewritten(int position, int length, int lengthInCell) {}

  /** A line magic between statements. */
  record Line(MagicCall call, int offset) implements CellPart {}

  /** A cell magic, the only part of its cell. */
  record Whole(MagicCall call, int offset) implements CellPart {}
}
