package org.orrery.workbench.worlds;

/** Values between the nodes of a grid, [y][x]. */
final class Interpolation {
  private Interpolation() {}

  static double linear(double[][] field, double y, double x) {
    int row = Math.min(field.length - 2, (int) y);
    int column = Math.min(field[0].length - 2, (int) x);
    double down = y - row;
    double right = x - column;
    double top = field[row][column] + right * (field[row][column + 1] - field[row][column]);
    double bottom =
        field[row + 1][column] + right * (field[row + 1][column + 1] - field[row + 1][column]);
    return top + down * (bottom - top);
  }

  /**
   * The cubic through the four nearest nodes in each direction (Catmull and Rom, 1974); a limited
   * one stays between the four nodes around the place.
   */
  static double cubic(double[][] field, double y, double x, boolean limited) {
    int row = Math.min(field.length - 2, (int) y);
    int column = Math.min(field[0].length - 2, (int) x);
    double down = y - row;
    double right = x - column;
    double value =
        spline(
            along(field, row - 1, column, right),
            along(field, row, column, right),
            along(field, row + 1, column, right),
            along(field, row + 2, column, right),
            down);
    if (!limited) {
      return value;
    }
    double a = field[row][column];
    double b = field[row][column + 1];
    double c = field[row + 1][column];
    double d = field[row + 1][column + 1];
    double low = Math.min(Math.min(a, b), Math.min(c, d));
    double high = Math.max(Math.max(a, b), Math.max(c, d));
    return Math.max(low, Math.min(high, value));
  }

  private static double along(double[][] field, int row, int column, double right) {
    double[] line = field[Math.max(0, Math.min(field.length - 1, row))];
    int last = line.length - 1;
    return spline(
        line[Math.max(0, column - 1)],
        line[column],
        line[column + 1],
        line[Math.min(last, column + 2)],
        right);
  }

  private static double spline(double a, double b, double c, double d, double t) {
    double slope = (c - a) / 2;
    double next = (d - b) / 2;
    double fall = b - c;
    return b + t * (slope + t * (-3 * fall - 2 * slope - next + t * (2 * fall + slope + next)));
  }
}
