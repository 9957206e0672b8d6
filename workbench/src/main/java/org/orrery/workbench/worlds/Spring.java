package org.orrery.workbench.worlds;

/** Draws a spring as a zigzag. */
final class Spring {
  private static final int TURNS = 8;

  private Spring() {}

  static void draw(
      Scene scene, String name, double x1, double y1, double x2, double y2, int colour) {
    double dx = x2 - x1;
    double dy = y2 - y1;
    double length = Math.sqrt(dx * dx + dy * dy);
    double wide = length > 0 ? 0.09 / length : 0;
    double lastX = x1;
    double lastY = y1;
    for (int i = 1; i <= TURNS; i++) {
      double along = i < TURNS ? (i - 0.5) / (TURNS - 1) : 1;
      double aside = i == TURNS ? 0 : i % 2 == 0 ? wide : -wide;
      double x = x1 + along * dx - aside * dy;
      double y = y1 + along * dy + aside * dx;
      scene.line(name, lastX, lastY, x, y, 0.05, colour);
      lastX = x;
      lastY = y;
    }
  }
}
