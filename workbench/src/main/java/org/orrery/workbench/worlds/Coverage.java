package org.orrery.workbench.worlds;

import java.util.Arrays;

/**
 * How much of each pixel a polygon covers, exactly: every edge adds to the pixels it passes what
 * lies to the right of it, and a running sum along each row gives the area. Only sums, products and
 * quotients are used, so every platform computes the same bits.
 */
final class Coverage {
  private final int size;
  private final double[] cells;
  private int top;
  private int bottom;
  private int west;
  private int east;

  Coverage(int size) {
    this.size = size;
    this.cells = new double[size * (size + 1)];
  }

  /** Starts anew; the polygon's corners are in pixels. */
  void polygon(double[] x, double[] y) {
    begin();
    for (int i = 0; i < x.length; i++) {
      int next = i + 1 == x.length ? 0 : i + 1;
      edge(x[i], y[i], x[next], y[next]);
    }
    end();
  }

  /** Starts anew with a shape whose edges come one by one. */
  void begin() {
    for (int row = top; row < bottom; row++) {
      int start = row * (size + 1);
      Arrays.fill(cells, start + west, start + east + 1, 0);
    }
    top = size;
    bottom = 0;
    west = size;
    east = 0;
  }

  void end() {
    bottom = Math.max(bottom, top);
    east = Math.max(east, west);
  }

  int top() {
    return top;
  }

  /** The row after the last one that is touched. */
  int bottom() {
    return bottom;
  }

  int left() {
    return west;
  }

  /** The column after the last one that is touched. */
  int right() {
    return east;
  }

  /** The share of each pixel of a row that is covered, 0 to 1, from left to right column. */
  void row(int y, double[] covered) {
    double sum = 0;
    for (int x = west; x < east; x++) {
      sum += cells[y * (size + 1) + x];
      covered[x] = Math.min(1, Math.abs(sum));
    }
  }

  /** An edge of a closed outline, in pixels. */
  void edge(double x1, double y1, double x2, double y2) {
    if (y1 == y2) {
      return;
    }
    boolean down = y1 < y2;
    double fromX = down ? x1 : x2;
    double fromY = down ? y1 : y2;
    double toX = down ? x2 : x1;
    double toY = down ? y2 : y1;
    double slope = (toX - fromX) / (toY - fromY);
    int first = (int) Math.max(0, Math.floor(fromY));
    int last = (int) Math.min(size, Math.ceil(toY));
    top = Math.min(top, Math.min(first, size));
    bottom = Math.max(bottom, last);
    for (int row = first; row < last; row++) {
      double start = Math.max(row, fromY);
      double end = Math.min(row + 1.0, toY);
      double height = (down ? 1 : -1) * (end - start);
      across(row, fromX + slope * (start - fromY), fromX + slope * (end - fromY), height);
    }
  }

  /** A piece of an edge within one row: cut at the columns that it crosses. */
  private void across(int row, double startX, double endX, double height) {
    double left = Math.min(startX, endX);
    double right = Math.max(startX, endX);
    double wide = right - left;
    if (right >= size) {
      east = size;
    }
    if (left < 0) {
      double outside = right <= 0 ? 1 : -left / wide;
      add(row, 0, outside * height, 0);
    }
    int first = (int) Math.max(0, Math.floor(left));
    int last = (int) Math.min(size - 1.0, Math.floor(right));
    for (int column = first; column <= last; column++) {
      double from = Math.max(left, column);
      double to = Math.min(right, column + 1.0);
      double share = wide > 0 ? (to - from) / wide : 1;
      if (share > 0) {
        add(row, column, share * height, 0.5 * (from + to) - column);
      }
    }
  }

  /** An upright piece at {@code inside} of the column's width: the rest lies to its right. */
  private void add(int row, int column, double height, double inside) {
    int cell = row * (size + 1) + column;
    west = Math.min(west, column);
    east = Math.max(east, Math.min(size, column + 2));
    cells[cell] += height * (1 - inside);
    cells[cell + 1] += height * inside;
  }
}
