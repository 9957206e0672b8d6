package org.orrery.workbench.worlds;

import java.util.Arrays;

/**
 * The walls of a tank and of a vessel in it, as the grid and the particles of a liquid feel them.
 */
final class Walls {
  private static final double CLEARANCE = 0.02;
  private static final double BESIDE = 0.05;

  private final Tank tank;
  private final Vessel vessel;
  private final Faces across;
  private final Faces down;
  private final int columns;
  private final int rows;

  /** The distance to the vessel's wall at the corners of cells, in cells. */
  private final double[] distance;

  Walls(Tank tank, Vessel vessel, Faces across, Faces down) {
    this.tank = tank;
    this.vessel = vessel;
    this.across = across;
    this.down = down;
    columns = tank.columns();
    rows = tank.rows();
    distance = new double[(columns + 1) * (rows + 1)];
    Arrays.fill(distance, Double.MAX_VALUE);
    survey();
  }

  /** Cells that the fastest particle may pass in a step: a wall is two cells thick. */
  double courant() {
    return vessel == Vessel.NONE ? 1.5 : 0.75;
  }

  double fastest() {
    return vessel.fastest() / tank.cell();
  }

  void advance(double seconds) {
    if (vessel != Vessel.NONE) {
      vessel.advance(seconds);
      survey();
    }
  }

  private void survey() {
    if (vessel != Vessel.NONE) {
      for (int k = 0; k < distance.length; k++) {
        int row = k / (columns + 1);
        double px = tank.placeX(k % (columns + 1));
        distance[k] = vessel.distance(px, tank.placeY(row)) / tank.cell();
      }
    }
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i <= columns; i++) {
        int corner = j * (columns + 1) + i;
        double open = open(distance[corner], distance[corner + columns + 1]);
        across.open[corner] = i == 0 || i == columns ? 0 : open;
        if (open < 1) {
          across.wall[corner] = wallX(i, j + 0.5);
        }
      }
    }
    for (int j = 0; j <= rows; j++) {
      for (int i = 0; i < columns; i++) {
        int corner = j * (columns + 1) + i;
        int face = j * columns + i;
        double open = open(distance[corner], distance[corner + 1]);
        down.open[face] = j == 0 || j == rows ? 0 : open;
        if (open < 1) {
          down.wall[face] = wallY(i + 0.5, j);
        }
      }
    }
  }

  private double wallX(double x, double y) {
    return vessel.velocityX(tank.placeX(x), tank.placeY(y)) / tank.cell();
  }

  private double wallY(double x, double y) {
    return vessel.velocityY(tank.placeX(x), tank.placeY(y)) / tank.cell();
  }

  /** The share of a face between two corners that is outside the wall. */
  private static double open(double a, double b) {
    if (a > 0 && b > 0) {
      return 1;
    }
    if (a <= 0 && b <= 0) {
      return 0;
    }
    double share = Math.max(a, b) / (Math.max(a, b) - Math.min(a, b));
    return share < 0.05 ? 0 : share;
  }

  /** Nothing flows through the walls of the tank. */
  void hold() {
    for (int j = 0; j < rows; j++) {
      across.fix(j * across.wide, 0);
      across.fix(j * across.wide + columns, 0);
    }
    for (int i = 0; i < columns; i++) {
      down.fix(i, 0);
      down.fix(rows * columns + i, 0);
    }
  }

  /** Whether a cell is a wall altogether. */
  boolean solid(int cell) {
    int stride = columns + 2;
    int i = cell % stride - 1;
    int j = cell / stride - 1;
    return i < 0 || j < 0 || i >= columns || j >= rows || middle(i, j) < -0.5;
  }

  private double middle(int i, int j) {
    int corner = j * (columns + 1) + i;
    int under = corner + columns + 1;
    return (distance[corner] + distance[corner + 1] + distance[under] + distance[under + 1]) / 4;
  }

  /** Cells that a wall takes up in part are full with less. */
  void makeRoom(Pressure pressure) {
    if (vessel == Vessel.NONE) {
      return;
    }
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double off = middle(i, j);
        if (off < 1) {
          double inner = 1 + Math.max(-1, off);
          double taken = off > 0 ? (1 - off) * (1 - off) / 2 : 1 - inner * inner / 2;
          pressure.full[(j + 1) * pressure.stride + i + 1] /= Math.max(0.25, 1 - taken);
        }
      }
    }
  }

  /** Puts a particle at a place, or beside the wall that is there, on the side where it was. */
  void place(Particles particles, int p, double x, double y) {
    double fromX = particles.x[p];
    double fromY = particles.y[p];
    put(particles, p, x, y);
    hold(particles, p, fromX, fromY, false);
  }

  /**
   * Moves a particle on after the walls have moved; past a vessel in two halves, and to no wall's
   * far side.
   */
  void move(Particles particles, int p, double dx, double dy) {
    double fromX = particles.x[p];
    double fromY = particles.y[p];
    if (vessel == Vessel.NONE) {
      put(particles, p, fromX + dx, fromY + dy);
      return;
    }
    keepOut(particles, p);
    put(particles, p, particles.x[p] + dx / 2, particles.y[p] + dy / 2);
    put(particles, p, particles.x[p] + dx / 2, particles.y[p] + dy / 2);
    hold(particles, p, fromX, fromY, true);
  }

  private void put(Particles particles, int p, double x, double y) {
    particles.x[p] = clear(x, columns);
    particles.y[p] = clear(y, rows);
    keepOut(particles, p);
  }

  /** What would have gone through a wall stays at it, and takes its velocity. */
  private void hold(Particles particles, int p, double fromX, double fromY, boolean moved) {
    double[] held =
        vessel.held(
            tank.placeX(fromX),
            tank.placeY(fromY),
            particles.placeX(p),
            particles.placeY(p),
            moved);
    if (held != null) {
      particles.x[p] = clear(tank.ownX(held[0]), columns);
      particles.y[p] = clear(tank.ownY(held[1]), rows);
      particles.u[p] = wallX(particles.x[p], particles.y[p]);
      particles.v[p] = wallY(particles.x[p], particles.y[p]);
    }
  }

  private static double clear(double place, int cells) {
    return Math.max(CLEARANCE, Math.min(cells - CLEARANCE, place));
  }

  /** Puts a particle that is in the vessel's wall beside it, no faster towards it than the wall. */
  private void keepOut(Particles liquid, int p) {
    if (vessel == Vessel.NONE) {
      return;
    }
    double px = liquid.x[p];
    double py = liquid.y[p];
    int i = Math.min(columns - 1, (int) px);
    int j = Math.min(rows - 1, (int) py);
    int k = j * (columns + 1) + i;
    double tx = px - i;
    double ty = py - j;
    double above = distance[k + 1] - distance[k];
    double below = distance[k + columns + 2] - distance[k + columns + 1];
    double slopeX = above + ty * (below - above);
    double slopeY = distance[k + columns + 1] - distance[k] + tx * (below - above);
    double off = distance[k] + tx * above + ty * slopeY;
    double steep = Math.sqrt(slopeX * slopeX + slopeY * slopeY);
    if (off >= BESIDE || steep < 1e-6) {
      return;
    }
    double nx = slopeX / steep;
    double ny = slopeY / steep;
    liquid.x[p] = clear(px + (BESIDE - off) * nx, columns);
    liquid.y[p] = clear(py + (BESIDE - off) * ny, rows);
    double towards = (liquid.u[p] - wallX(px, py)) * nx + (liquid.v[p] - wallY(px, py)) * ny;
    if (towards < 0) {
      liquid.u[p] -= towards * nx;
      liquid.v[p] -= towards * ny;
    }
  }
}
