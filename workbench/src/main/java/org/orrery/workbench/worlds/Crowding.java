package org.orrery.workbench.worlds;

import java.util.Arrays;

/**
 * How full the cells of a liquid are, and what brings them back to full: a second pressure moves
 * particles apart where they crowd, which changes places but no velocity (Kugelstadt, Longva,
 * Thuerey and Bender, Implicit Density Projection for Volume Conserving Liquids, 2019).
 */
final class Crowding {
  /** What a step corrects of it, and the furthest that a particle is moved, in cells. */
  private static final double SHARE = 0.5;

  private static final double FURTHEST = 0.2;

  private final Particles particles;
  private final Pressure pressure;
  private final Faces across;
  private final Faces down;
  private final Walls walls;
  private final int columns;
  private final int rows;
  private final double[] apart;

  Crowding(Particles particles, Pressure pressure, Faces across, Faces down, Walls walls) {
    this.particles = particles;
    this.pressure = pressure;
    this.across = across;
    this.down = down;
    this.walls = walls;
    columns = down.wide;
    rows = across.high;
    apart = new double[pressure.full.length];
  }

  /** How full each cell is, from the particles around it; what a wall takes up does not count. */
  void measure() {
    double[] full = pressure.full;
    Arrays.fill(full, 0);
    for (int p = 0; p < particles.count; p++) {
      double gx = particles.x[p] + 0.5;
      double gy = particles.y[p] + 0.5;
      int i = (int) gx;
      int j = (int) gy;
      double tx = gx - i;
      double ty = gy - j;
      int c = j * pressure.stride + i;
      double a = particles.area[p];
      full[c] += a * (1 - tx) * (1 - ty);
      full[c + 1] += a * tx * (1 - ty);
      full[c + pressure.stride] += a * (1 - tx) * ty;
      full[c + pressure.stride + 1] += a * tx * ty;
    }
    foldRim(full);
    walls.makeRoom(pressure);
  }

  /** What reached over the rim belongs to the cells along it. */
  private void foldRim(double[] full) {
    int stride = pressure.stride;
    for (int j = 0; j < rows + 2; j++) {
      full[j * stride + 1] += full[j * stride];
      full[j * stride + columns] += full[j * stride + columns + 1];
      full[j * stride] = 0;
      full[j * stride + columns + 1] = 0;
    }
    for (int i = 0; i < stride; i++) {
      full[stride + i] += full[i];
      full[rows * stride + i] += full[(rows + 1) * stride + i];
      full[i] = 0;
      full[(rows + 1) * stride + i] = 0;
    }
  }

  /** Moves particles from cells that are too full to those around; inside also into empty ones. */
  void relieve() {
    boolean any = false;
    for (int k = 0; k < pressure.count; k++) {
      int c = pressure.cells[k];
      double excess = pressure.full[c] - 1;
      excess = excess < 0 && !inside(c) ? 0 : Math.max(-0.2, Math.min(0.5, excess));
      pressure.right[c] = SHARE * excess;
      any |= Math.abs(excess) > 1e-3;
    }
    if (!any) {
      return;
    }
    Arrays.fill(apart, 0);
    pressure.solve(apart, 0.05);
    across.clear();
    down.clear();
    pressure.push(apart);
    for (int p = 0; p < particles.count; p++) {
      across.look(particles.x[p], particles.y[p]);
      down.look(particles.x[p], particles.y[p]);
      double dx = Math.max(-FURTHEST, Math.min(FURTHEST, across.found));
      double dy = Math.max(-FURTHEST, Math.min(FURTHEST, down.found));
      walls.place(particles, p, particles.x[p] + dx, particles.y[p] + dy);
    }
  }

  private boolean inside(int c) {
    return surrounded(c - 1)
        && surrounded(c + 1)
        && surrounded(c - pressure.stride)
        && surrounded(c + pressure.stride);
  }

  private boolean surrounded(int c) {
    return pressure.liquid[c] || walls.solid(c);
  }
}
