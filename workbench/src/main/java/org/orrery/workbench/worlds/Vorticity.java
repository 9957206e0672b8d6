package org.orrery.workbench.worlds;

/**
 * A plane flow of even density in a square with smooth walls, by its vorticity: carried along by
 * the characteristics as in Stam's Stable Fluids (SIGGRAPH 1999), diffused exactly and turned into
 * a stream function in sines. As the velocity comes from a stream function, it has no divergence.
 */
final class Vorticity {
  private final int cells;
  private final double side;
  private final double viscosity;
  private final double[][] sines;
  private final double[] eigenvalues;

  /** Values at the nodes, [y][x], cells + 1 a side; vorticity in 1/s, velocity in m/s. */
  double[][] vorticity;

  final double[][] stream;
  final double[][] u;
  final double[][] v;

  /** Side in m, kinematic viscosity in m^2/s. */
  Vorticity(int cells, double side, double viscosity) {
    this.cells = cells;
    this.side = side;
    this.viscosity = viscosity;
    int n = cells - 1;
    sines = new double[n][n];
    eigenvalues = new double[n];
    double spacing = side / cells;
    for (int i = 0; i < n; i++) {
      double half = StrictMath.sin((i + 1) * Math.PI / (2 * cells));
      eigenvalues[i] = 4 * half * half / (spacing * spacing);
      for (int j = 0; j < n; j++) {
        sines[i][j] =
            Math.sqrt(2.0 / cells) * StrictMath.sin((i + 1.0) * (j + 1) * Math.PI / cells);
      }
    }
    vorticity = new double[cells + 1][cells + 1];
    stream = new double[cells + 1][cells + 1];
    u = new double[cells + 1][cells + 1];
    v = new double[cells + 1][cells + 1];
  }

  /** Carries the vorticity along, diffuses it and finds the new velocity. */
  void advance(double seconds) {
    vorticity = carried(vorticity, seconds, false);
    solve(seconds);
  }

  /** Finds stream function and velocity; the vorticity is diffused for so long. */
  void solve(double seconds) {
    int n = cells - 1;
    double[][] waves = transformed(inner(vorticity));
    double[][] flows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double value = eigenvalues[i] + eigenvalues[j];
        waves[i][j] *= StrictMath.exp(-viscosity * value * seconds);
        flows[i][j] = waves[i][j] / value;
      }
    }
    outer(transformed(waves), vorticity);
    outer(transformed(flows), stream);
    double twice = 2 * side / cells;
    for (int y = 0; y <= cells; y++) {
      for (int x = 0; x <= cells; x++) {
        u[y][x] = (at(stream, y + 1, x) - at(stream, y - 1, x)) / twice;
        v[y][x] = (at(stream, y, x - 1) - at(stream, y, x + 1)) / twice;
      }
    }
  }

  /** The stream function is odd across a wall. */
  private double at(double[][] field, int y, int x) {
    if (y < 0 || y > cells) {
      return -field[y < 0 ? -y : 2 * cells - y][x];
    }
    return x < 0 || x > cells ? -field[y][x < 0 ? -x : 2 * cells - x] : field[y][x];
  }

  /** A field, from where the flow was so long ago; cubic, and within its neighbours if limited. */
  double[][] carried(double[][] field, double seconds, boolean limited) {
    double[][] result = new double[cells + 1][cells + 1];
    double scale = cells / side * seconds;
    for (int y = 0; y <= cells; y++) {
      for (int x = 0; x <= cells; x++) {
        double halfX = inside(x - 0.5 * scale * u[y][x]);
        double halfY = inside(y - 0.5 * scale * v[y][x]);
        double fromX = inside(x - scale * Interpolation.linear(u, halfY, halfX));
        double fromY = inside(y - scale * Interpolation.linear(v, halfY, halfX));
        result[y][x] = Interpolation.cubic(field, fromY, fromX, limited);
      }
    }
    return result;
  }

  private double inside(double place) {
    return Math.max(0, Math.min(cells, place));
  }

  private double[][] inner(double[][] field) {
    double[][] result = new double[cells - 1][];
    for (int i = 0; i < result.length; i++) {
      result[i] = java.util.Arrays.copyOfRange(field[i + 1], 1, cells);
    }
    return result;
  }

  private static void outer(double[][] inner, double[][] field) {
    for (int i = 0; i < inner.length; i++) {
      System.arraycopy(inner[i], 0, field[i + 1], 1, inner.length);
    }
  }

  /** The sine transform in both directions, which is its own inverse. */
  private double[][] transformed(double[][] field) {
    return product(product(sines, field), sines);
  }

  private static double[][] product(double[][] a, double[][] b) {
    int n = a.length;
    double[][] result = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] row = result[i];
      for (int k = 0; k < n; k++) {
        double factor = a[i][k];
        double[] other = b[k];
        for (int j = 0; j < n; j++) {
          row[j] += factor * other[j];
        }
      }
    }
    return result;
  }
}
