package org.orrery.workbench.probes;

/** Means over the rows of a matrix. */
final class Columns {
  private Columns() {}

  static double[] mean(double[][] rows) {
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    return mean;
  }

  /** Mean squared distance of each column from a number. */
  static double[] meanSquare(double[][] rows, double[] from) {
    double[][] same = new double[rows.length][];
    java.util.Arrays.fill(same, from);
    return meanSquare(rows, same);
  }

  /** Mean squared distance of each column from another matrix's. */
  static double[] meanSquare(double[][] rows, double[][] from) {
    double[] mean = new double[rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        double off = rows[i][j] - from[i][j];
        mean[j] += off * off / rows.length;
      }
    }
    return mean;
  }
}
