package org.orrery.workbench.worlds;

/**
 * The part of a convex polygon that is under water.
 *
 * @param area in m^2
 * @param x the middle of the part, in m
 * @param y the same; downwards
 */
record Submerged(double area, double x, double y) {

  /** What lies below a level; y is downwards. */
  static Submerged of(double[] cornersX, double[] cornersY, double level) {
    int n = cornersX.length;
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int next = (i + 1) % n;
      boolean under = cornersY[i] > level;
      if (under) {
        x[kept] = cornersX[i];
        y[kept++] = cornersY[i];
      }
      if (under != cornersY[next] > level) {
        double share = (level - cornersY[i]) / (cornersY[next] - cornersY[i]);
        x[kept] = cornersX[i] + share * (cornersX[next] - cornersX[i]);
        y[kept++] = level;
      }
    }
    return middle(x, y, kept);
  }

  private static Submerged middle(double[] x, double[] y, int n) {
    double twice = 0;
    double mx = 0;
    double my = 0;
    for (int i = 1; i + 1 < n; i++) {
      double cross = (x[i] - x[0]) * (y[i + 1] - y[0]) - (x[i + 1] - x[0]) * (y[i] - y[0]);
      twice += cross;
      mx += cross * (x[0] + x[i] + x[i + 1]) / 3;
      my += cross * (y[0] + y[i] + y[i + 1]) / 3;
    }
    return twice == 0
        ? new Submerged(0, 0, 0)
        : new Submerged(Math.abs(twice) / 2, mx / twice, my / twice);
  }
}
