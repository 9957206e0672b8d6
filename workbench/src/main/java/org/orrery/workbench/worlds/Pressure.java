package org.orrery.workbench.worlds;

/**
 * Finds the pressure that keeps a liquid's volume: conjugate gradients preconditioned by the
 * modified incomplete Cholesky factorisation (Bridson, Fluid Simulation for Computer Graphics, 2nd
 * edition 2015, chapter 5.3 to 5.7). Faces that a wall covers in part count in part (Batty,
 * Bertails and Bridson 2007); at the surface, which lies where half a cell is full, pressure is
 * zero (Enright, Nguyen, Gibou and Fedkiw 2003).
 */
final class Pressure {
  private static final int MOST_ITERATIONS = 200;
  private static final double TUNING = 0.97;
  private static final double SAFETY = 0.25;
  private static final double THINNEST = 0.15;

  private final Faces across;
  private final Faces down;
  private final int columns;
  private final int rows;

  /** Cells have a rim of one cell around them: cell (i, j) is (j + 1) * stride + i + 1. */
  final int stride;

  /** The share of each cell that is full of liquid. */
  final double[] full;

  final boolean[] liquid;
  final int[] cells;
  int count;
  final double[] right;
  private final double[] diagonal;
  private final double[] toRight;
  private final double[] toBelow;
  private final double[] factor;
  private final double[] search;
  private final double[] work;

  Pressure(Faces across, Faces down, int columns, int rows) {
    this.across = across;
    this.down = down;
    this.columns = columns;
    this.rows = rows;
    stride = columns + 2;
    int n = stride * (rows + 2);
    full = new double[n];
    liquid = new boolean[n];
    cells = new int[columns * rows];
    right = new double[n];
    diagonal = new double[n];
    toRight = new double[n];
    toBelow = new double[n];
    factor = new double[n];
    search = new double[n];
    work = new double[n];
  }

  /** Says which cells are liquid, from how full they are. */
  void mark() {
    count = 0;
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        int c = (j + 1) * stride + i + 1;
        liquid[c] = full[c] > 0.5 && anyOpen(i, j);
        if (liquid[c]) {
          cells[count++] = c;
        }
      }
    }
  }

  private boolean anyOpen(int i, int j) {
    int u = j * across.wide + i;
    int v = j * columns + i;
    return across.open[u] > 0
        || across.open[u + 1] > 0
        || down.open[v] > 0
        || down.open[v + columns] > 0;
  }

  int faceLeft(int cell) {
    return (cell / stride - 1) * across.wide + cell % stride - 1;
  }

  int faceAbove(int cell) {
    return (cell / stride - 1) * columns + cell % stride - 1;
  }

  /** Sets up the equations and their factorisation for the cells that are liquid. */
  void factorise() {
    for (int k = 0; k < count; k++) {
      int c = cells[k];
      int u = faceLeft(c);
      int v = faceAbove(c);
      diagonal[c] =
          weight(c, c - 1, across.open[u])
              + weight(c, c + 1, across.open[u + 1])
              + weight(c, c - stride, down.open[v])
              + weight(c, c + stride, down.open[v + columns]);
      toRight[c] = liquid[c + 1] ? -across.open[u + 1] : 0;
      toBelow[c] = liquid[c + stride] ? -down.open[v + columns] : 0;
    }
    for (int k = 0; k < count; k++) {
      int c = cells[k];
      double left = liquid[c - 1] ? toRight[c - 1] * factor[c - 1] : 0;
      double above = liquid[c - stride] ? toBelow[c - stride] * factor[c - stride] : 0;
      double e = diagonal[c] - left * left - above * above;
      if (liquid[c - 1]) {
        e -= TUNING * left * toBelow[c - 1] * factor[c - 1];
      }
      if (liquid[c - stride]) {
        e -= TUNING * above * toRight[c - stride] * factor[c - stride];
      }
      e = e < SAFETY * diagonal[c] ? diagonal[c] : e;
      factor[c] = e > 0 ? 1 / Math.sqrt(e) : 0;
    }
  }

  private double weight(int cell, int other, double open) {
    return open == 0 || liquid[other] ? open : open / gap(cell, other);
  }

  /** How far the surface is from the middle of a liquid cell towards one that is not. */
  private double gap(int cell, int other) {
    double under = depth(full[cell]);
    return Math.max(THINNEST, under / (under - depth(full[other])));
  }

  /**
   * How deep below a flat surface, in cells, the middle of a cell lies that is so full: fullness is
   * the share of liquid weighted by a tent that reaches one cell to each side.
   */
  private static double depth(double full) {
    return full > 0.5
        ? 1 - Math.sqrt(2 - 2 * Math.min(1, full))
        : Math.sqrt(2 * Math.max(0, full)) - 1;
  }

  /**
   * Solves for what is in {@link #right}, which it uses up; {@code pressure} holds the first guess
   * and then the answer.
   */
  void solve(double[] pressure, double tolerance) {
    double most = residual(pressure);
    double end = Math.max(1e-9, tolerance * most);
    double old = 0;
    most = greatest();
    for (int n = 0; n < MOST_ITERATIONS && most > end; n++) {
      precondition();
      double product = dot(work, right);
      double beta = n == 0 ? 0 : product / old;
      for (int k = 0; k < count; k++) {
        int c = cells[k];
        search[c] = work[c] + (n == 0 ? 0 : beta * search[c]);
      }
      multiply(search);
      double slope = dot(search, work);
      if (!(slope > 0)) {
        return;
      }
      double way = product / slope;
      most = 0;
      for (int k = 0; k < count; k++) {
        int c = cells[k];
        pressure[c] += way * search[c];
        right[c] -= way * work[c];
        most = Math.max(most, Math.abs(right[c]));
      }
      old = product;
    }
  }

  /** Takes from the right side what the first guess explains; returns how large it was before. */
  private double residual(double[] pressure) {
    double most = greatest();
    multiply(pressure);
    for (int k = 0; k < count; k++) {
      right[cells[k]] -= work[cells[k]];
    }
    return most;
  }

  private double greatest() {
    double most = 0;
    for (int k = 0; k < count; k++) {
      most = Math.max(most, Math.abs(right[cells[k]]));
    }
    return most;
  }

  private double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < count; k++) {
      sum += a[cells[k]] * b[cells[k]];
    }
    return sum;
  }

  private void multiply(double[] by) {
    for (int k = 0; k < count; k++) {
      int c = cells[k];
      double sum = diagonal[c] * by[c] + toRight[c] * by[c + 1] + toBelow[c] * by[c + stride];
      sum += liquid[c - 1] ? toRight[c - 1] * by[c - 1] : 0;
      sum += liquid[c - stride] ? toBelow[c - stride] * by[c - stride] : 0;
      work[c] = sum;
    }
  }

  private void precondition() {
    for (int k = 0; k < count; k++) {
      int c = cells[k];
      double t = right[c];
      t -= liquid[c - 1] ? toRight[c - 1] * factor[c - 1] * work[c - 1] : 0;
      t -= liquid[c - stride] ? toBelow[c - stride] * factor[c - stride] * work[c - stride] : 0;
      work[c] = t * factor[c];
    }
    for (int k = count - 1; k >= 0; k--) {
      int c = cells[k];
      double t = work[c];
      t -= liquid[c + 1] ? toRight[c] * factor[c] * work[c + 1] : 0;
      t -= liquid[c + stride] ? toBelow[c] * factor[c] * work[c + stride] : 0;
      work[c] = t * factor[c];
    }
  }

  /** Takes the slope of a pressure from the velocities of the faces of liquid cells. */
  void push(double[] pressure) {
    for (int k = 0; k < count; k++) {
      int c = cells[k];
      int u = faceLeft(c);
      int v = faceAbove(c);
      if (!liquid[c - 1] && across.open[u] > 0) {
        across.fix(u, across.velocity[u] - pressure[c] / gap(c, c - 1));
      }
      if (across.open[u + 1] > 0) {
        double fall = liquid[c + 1] ? pressure[c] - pressure[c + 1] : pressure[c] / gap(c, c + 1);
        across.fix(u + 1, across.velocity[u + 1] + fall);
      }
      if (!liquid[c - stride] && down.open[v] > 0) {
        down.fix(v, down.velocity[v] - pressure[c] / gap(c, c - stride));
      }
      if (down.open[v + columns] > 0) {
        int below = c + stride;
        double fall = liquid[below] ? pressure[c] - pressure[below] : pressure[c] / gap(c, below);
        down.fix(v + columns, down.velocity[v + columns] + fall);
      }
    }
  }
}
