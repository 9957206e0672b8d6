package org.orrery.workbench.worlds;

/**
 * Covers pixels with a disc without jagged edges: 16 vertical strips a pixel, each cut exactly
 * where the circle ends.
 */
final class Disc {
  private static final int STRIPS = 16;

  private Disc() {}

  /**
   * Adds to each pixel of column {@code x} the share of it that a disc covers; centre and radius in
   * pixels, pixel i covers i to i + 1.
   */
  static void cover(double[] column, int x, double centreX, double centreY, double radius) {
    for (int strip = 0; strip < STRIPS; strip++) {
      double dx = x + (strip + 0.5) / STRIPS - centreX;
      double square = radius * radius - dx * dx;
      if (square > 0) {
        double half = Math.sqrt(square);
        addStrip(column, centreY - half, centreY + half);
      }
    }
  }

  private static void addStrip(double[] column, double top, double bottom) {
    int first = Math.max(0, (int) Math.floor(top));
    int last = Math.min(column.length - 1, (int) Math.floor(bottom));
    for (int y = first; y <= last; y++) {
      column[y] += (Math.min(bottom, y + 1.0) - Math.max(top, y)) / STRIPS;
    }
  }
}
