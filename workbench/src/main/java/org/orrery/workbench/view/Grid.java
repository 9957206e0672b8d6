package org.orrery.workbench.view;

import java.util.List;

/**
 * Where the panels of a film lie, in pixels.
 *
 * @param columns panels a row
 * @param rows number of rows
 * @param cellHeight height of the highest panel
 * @param cellWidth width of the widest panel
 * @param gap white between two panels
 * @param head white above each row, for titles
 */
record Grid(int columns, int rows, int cellHeight, int cellWidth, int gap, int head) {

  static Grid of(List<Panel> panels, int columns, int gap, int head) {
    int rows = (panels.size() + columns - 1) / columns;
    int height = panels.stream().mapToInt(panel -> panel.clip().height()).max().orElseThrow();
    int width = panels.stream().mapToInt(panel -> panel.clip().width()).max().orElseThrow();
    return new Grid(columns, rows, height, width, gap, head);
  }

  /** The film's height, even as videos need it. */
  int height() {
    return even(rows * (head + cellHeight) + (rows - 1) * gap);
  }

  /** The film's width, even as videos need it. */
  int width() {
    return even(columns * cellWidth + (columns - 1) * gap);
  }

  int top(int panel) {
    return panel / columns * (head + cellHeight + gap) + head;
  }

  int left(int panel) {
    return panel % columns * (cellWidth + gap);
  }

  /** Copies one channel of a picture onto a film's frame. */
  void paste(byte[] frame, int channel, int top, int left, byte[] picture, int pictureWidth) {
    int start = channel * height() * width();
    for (int y = 0; y < picture.length / pictureWidth; y++) {
      int target = start + (top + y) * width() + left;
      System.arraycopy(picture, y * pictureWidth, frame, target, pictureWidth);
    }
  }

  private static int even(int size) {
    return size + size % 2;
  }
}
