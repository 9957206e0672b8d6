package org.orrery.workbench.worlds;

/**
 * Draws a disc without jagged edges: 16 vertical strips a pixel, each cut exactly where the circle
 * ends.
 */
final class Disc {
  private static final int STRIPS = 16;

  private Disc() {}

  /**
   * A white disc on black, [size, size]; centre and radius in pixels, pixel i covers i to i + 1.
   */
  static byte[] draw(int size, double centreX, double centreY, double radius) {
    byte[] frame = new byte[size * size];
    int left = Math.max(0, (int) Math.floor(centreX - radius));
    int right = Math.min(size - 1, (int) Math.floor(centreX + radius));
    double[] column = new double[size];
    for (int x = left; x <= right; x++) {
      cover(column, x, centreX, centreY, radius);
      for (int y = 0; y < size; y++) {
        frame[y * size + x] = (byte) (int) (255 * column[y] + 0.5);
        column[y] = 0;
      }
    }
    return frame;
  }

  private static void cover(double[] column, int x, double centreX, double centreY, double radius) {
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
