package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orrery.kernel.shell.Piece.Span;

/** Source text made of copies from one cell and of text of our own, with the way back. */
final class MappedText {

  private record Copy(int start, int end, int inCell) {}

  private final Cell cell;
  private final StringBuilder text = new StringBuilder();
  private final List<Copy> copies = new ArrayList<>();

  MappedText(Cell cell) {
    this.cell = cell;
  }

  Cell cell() {
    return cell;
  }

  int length() {
    return text.length();
  }

  /** Adds text that stands in no cell. */
  MappedText add(String ours) {
    text.append(ours);
    return this;
  }

  /** Adds a copy of the cell's text at {@code span}, with {@code blanked} places blank. */
  MappedText copy(Span span, List<Span> blanked) {
    var copied = new StringBuilder(span.of(cell));
    for (var blank : blanked) {
      Members.blank(copied, blank.start() - span.start(), blank.end() - span.start());
    }
    copies.add(new Copy(text.length(), text.length() + copied.length(), span.start()));
    text.append(copied);
    return this;
  }

  MappedText copy(Span span) {
    return copy(span, List.of());
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** Where in the cell {@code position} was copied from; beside a copy, the nearest end of one. */
  int inCell(long position) {
    var nearest = 0;
    var distance = Long.MAX_VALUE;
    for (var copy : copies) {
      var in = Math.max(copy.start(), Math.min(position, copy.end()));
      if (Math.abs(position - in) < distance) {
        distance = Math.abs(position - in);
        nearest = copy.inCell() + (int) (in - copy.start());
      }
    }
    return nearest;
  }

  /** Where the character at {@code offset} of the cell stands here, if it was copied. */
  Optional<Integer> fromCell(int offset) {
    return copies.stream()
        .filter(
            copy -> copy.inCell() <= offset && offset <= copy.inCell() + copy.end() - copy.start())
        .map(copy -> copy.start() + offset - copy.inCell())
        .reduce((first, last) -> last);
  }

  /** For each line here, from 1, the line of the cell it shows; 0 for lines of our own. */
  int[] linesInCell() {
    var ofText = new CellLines(cell).ofOffsets();
    var lines = new int[2 + (int) text.chars().filter(c -> c == '\n').count()];
    for (var copy : copies) {
      var line = 1 + (int) text.chars().limit(copy.start()).filter(c -> c == '\n').count();
      for (int i = copy.start(); i < copy.end(); i++) {
        if (lines[line] == 0) {
          lines[line] = ofText[copy.inCell() + i - copy.start()];
        }
        line += text.charAt(i) == '\n' ? 1 : 0;
      }
    }
    return lines;
  }
}
