package org.orrery.workbench.worlds;

import java.util.Arrays;

/**
 * The outline of a liquid: where its density, smeared over a cell around each particle, is half of
 * that inside (marching squares on half cells). Places in m.
 */
final class LiquidSurface {
  private static final double HALF = 0.5;

  /** Less around a particle than this is spray. */
  private static final double LONELY = 0.4;

  private final Tank tank;
  private final int wide;
  private final int high;
  private final double[] density;
  private double[][] edges = new double[4][256];
  private int count;

  LiquidSurface(Tank tank) {
    this.tank = tank;
    wide = 2 * tank.columns() + 3;
    high = 2 * tank.rows() + 3;
    density = new double[wide * high];
  }

  /** Draws the liquid: its outline, and a disc for each drop that is too small to have one. */
  void draw(Liquid liquid, Scene scene, String name, int colour) {
    Particles particles = liquid.particles();
    smear(particles);
    double[] full = liquid.full();
    fillIn(full);
    count = 0;
    for (int j = 0; j + 1 < high; j++) {
      for (int i = 0; i + 1 < wide; i++) {
        outline(i, j);
      }
    }
    if (count > 0) {
      double[][] cut = new double[4][];
      for (int i = 0; i < 4; i++) {
        cut[i] = Arrays.copyOf(edges[i], count);
      }
      scene.add(name, new Shape.Region(cut[0], cut[1], cut[2], cut[3], colour));
    }
    for (int p = 0; p < particles.count; p++) {
      if (around(full, particles.x[p] + 0.5, particles.y[p] + 0.5) < LONELY) {
        double radius = tank.cell() * Math.sqrt(particles.area[p] / Math.PI);
        scene.disc(name, particles.placeX(p), particles.placeY(p), radius, colour);
      }
    }
  }

  /** How full the cells around a place are, counted from the middle of the first. */
  private double around(double[] full, double x, double y) {
    int cell = (int) y * (tank.columns() + 2) + (int) x;
    int below = cell + tank.columns() + 2;
    double tx = x - (int) x;
    double ty = y - (int) y;
    return (1 - ty) * ((1 - tx) * full[cell] + tx * full[cell + 1])
        + ty * ((1 - tx) * full[below] + tx * full[below + 1]);
  }

  /** Cubic B-splines a cell to each side; nodes are half a cell apart, with a rim of empty ones. */
  private void smear(Particles particles) {
    Arrays.fill(density, 0);
    double[] across = new double[4];
    double[] down = new double[4];
    for (int p = 0; p < particles.count; p++) {
      int i = weights(2 * particles.x[p] + 1, across);
      int j = weights(2 * particles.y[p] + 1, down);
      for (int b = 0; b < 4; b++) {
        int row = folded(j + b, high) * wide;
        double weight = 4 * particles.area[p] * down[b];
        for (int a = 0; a < 4; a++) {
          density[row + folded(i + a, wide)] += weight * across[a];
        }
      }
    }
    for (int i = 1; i + 1 < wide; i++) {
      density[wide + i] *= 2;
      density[(high - 2) * wide + i] *= 2;
    }
    for (int j = 1; j + 1 < high; j++) {
      density[j * wide + 1] *= 2;
      density[j * wide + wide - 2] *= 2;
    }
  }

  /**
   * Where particles are drawn out the fine smear has gaps; the cells around know that it is full.
   */
  private void fillIn(double[] full) {
    int stride = tank.columns() + 2;
    for (int j = 1; j + 1 < high; j++) {
      int above = Math.max(1, j / 2);
      int below = Math.min(tank.rows(), (j + 1) / 2);
      for (int i = 1; i + 1 < wide; i++) {
        int before = Math.max(1, i / 2);
        int after = Math.min(tank.columns(), (i + 1) / 2);
        double coarse =
            full[above * stride + before]
                + full[above * stride + after]
                + full[below * stride + before]
                + full[below * stride + after];
        density[j * wide + i] = Math.max(density[j * wide + i], coarse / 4);
      }
    }
  }

  /** The node that a node outside is the mirror image of; those on a wall have only half. */
  private static int folded(int node, int nodes) {
    if (node < 1) {
      return 2 - node;
    }
    return node > nodes - 2 ? 2 * (nodes - 2) - node : node;
  }

  private static int weights(double place, double[] weights) {
    int first = (int) place;
    double t = place - first;
    double s = 1 - t;
    weights[0] = s * s * s / 6;
    weights[1] = (4 - 6 * t * t + 3 * t * t * t) / 6;
    weights[2] = (4 - 6 * s * s + 3 * s * s * s) / 6;
    weights[3] = t * t * t / 6;
    return first - 1;
  }

  /** The pieces of the outline in the square right of and below a node, liquid to their left. */
  private void outline(int i, int j) {
    double a = density[j * wide + i] - HALF;
    double b = density[j * wide + i + 1] - HALF;
    double c = density[(j + 1) * wide + i + 1] - HALF;
    double d = density[(j + 1) * wide + i] - HALF;
    int inside = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0);
    if (inside == 0 || inside == 15) {
      return;
    }
    double x = placeX(i);
    double y = placeY(j);
    double w = placeX(i + 1) - x;
    double h = placeY(j + 1) - y;
    double[] cutX = {x + w * a / (a - b), x + w, x + w * d / (d - c), x};
    double[] cutY = {y, y + h * b / (b - c), y + h, y + h * a / (a - d)};
    boolean joined = a + b + c + d > 0;
    for (int side = 0; side < 4; side++) {
      boolean from = (inside >> side & 1) != 0;
      boolean to = (inside >> (side + 1 & 3) & 1) != 0;
      if (from && !to) {
        int end = end(inside, side, joined);
        add(cutX[side], cutY[side], cutX[end], cutY[end]);
      }
    }
  }

  /** The side at which a piece ends that begins at a side where the liquid ends, clockwise. */
  private static int end(int inside, int side, boolean joined) {
    if (inside == 5 || inside == 10) {
      return joined ? side + 1 & 3 : side + 3 & 3;
    }
    int end = side;
    do {
      end = end + 1 & 3;
    } while ((inside >> (end + 1 & 3) & 1) == 0);
    return end;
  }

  private double placeX(int node) {
    int inside = Math.max(0, Math.min(wide - 3, node - 1));
    return tank.placeX(inside / 2.0);
  }

  private double placeY(int node) {
    int inside = Math.max(0, Math.min(high - 3, node - 1));
    return tank.placeY(inside / 2.0);
  }

  private void add(double x1, double y1, double x2, double y2) {
    if (count == edges[0].length) {
      for (int i = 0; i < 4; i++) {
        edges[i] = Arrays.copyOf(edges[i], 2 * count);
      }
    }
    edges[0][count] = x1;
    edges[1][count] = y1;
    edges[2][count] = x2;
    edges[3][count++] = y2;
  }
}
