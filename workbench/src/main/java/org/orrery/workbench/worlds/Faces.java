package org.orrery.workbench.worlds;

import java.util.Arrays;

/**
 * One component of velocity on the faces of a staggered grid, in cells a second, and its exchange
 * with particles: affine particle-in-cell (Jiang, Schroeder, Selle, Teran and Stomakhin, The Affine
 * Particle-In-Cell Method, 2015, equations 8 to 11) with bilinear weights. Places are in cells.
 */
final class Faces {
  final int wide;
  final int high;
  final double[] velocity;
  final double[] mass;

  /** The share of a face that no wall covers, and how fast the wall there moves. */
  final double[] open;

  final double[] wall;
  private final boolean[] known;
  private final boolean[] before;
  private final double shiftX;
  private final double shiftY;

  /** What {@link #look} found: the velocity and its slopes. */
  double found;

  double slopeX;
  double slopeY;

  /** Face (i, j) is at (i + shiftX, j + shiftY). */
  Faces(int wide, int high, double shiftX, double shiftY) {
    this.wide = wide;
    this.high = high;
    this.shiftX = shiftX;
    this.shiftY = shiftY;
    velocity = new double[wide * high];
    mass = new double[wide * high];
    open = new double[wide * high];
    wall = new double[wide * high];
    known = new boolean[wide * high];
    before = new boolean[wide * high];
    Arrays.fill(open, 1);
  }

  double placeX(int face) {
    return face % wide + shiftX;
  }

  double placeY(int face) {
    int row = face / wide;
    return row + shiftY;
  }

  void clear() {
    Arrays.fill(velocity, 0);
    Arrays.fill(mass, 0);
  }

  /** Adds the momentum of a particle, whose velocity has these slopes. */
  void give(double x, double y, double m, double speed, double sx, double sy) {
    double gx = Math.max(0, Math.min(wide - 1.0, x - shiftX));
    double gy = Math.max(0, Math.min(high - 1.0, y - shiftY));
    int i = Math.min(wide - 2, (int) gx);
    int j = Math.min(high - 2, (int) gy);
    double tx = gx - i;
    double ty = gy - j;
    double base = speed - sx * tx - sy * ty;
    int k = j * wide + i;
    put(k, m * (1 - tx) * (1 - ty), base);
    put(k + 1, m * tx * (1 - ty), base + sx);
    put(k + wide, m * (1 - tx) * ty, base + sy);
    put(k + wide + 1, m * tx * ty, base + sx + sy);
  }

  private void put(int face, double m, double speed) {
    mass[face] += m;
    velocity[face] += m * speed;
  }

  /** Makes velocities of the momenta. */
  void settle() {
    for (int k = 0; k < velocity.length; k++) {
      known[k] = mass[k] > 1e-9 && open[k] > 0;
      velocity[k] = known[k] ? velocity[k] / mass[k] : 0;
    }
  }

  boolean known(int face) {
    return known[face];
  }

  void fix(int face, double speed) {
    velocity[face] = speed;
    known[face] = true;
  }

  /** Gives faces without liquid the mean velocity of their neighbours, layer by layer. */
  void extend(int layers) {
    for (int layer = 0; layer < layers; layer++) {
      System.arraycopy(known, 0, before, 0, known.length);
      for (int j = 0; j < high; j++) {
        for (int i = 0; i < wide; i++) {
          if (!before[j * wide + i]) {
            extend(i, j);
          }
        }
      }
    }
  }

  private void extend(int i, int j) {
    int k = j * wide + i;
    int count = 0;
    double sum = 0;
    if (i > 0 && before[k - 1]) {
      sum += velocity[k - 1];
      count++;
    }
    if (i < wide - 1 && before[k + 1]) {
      sum += velocity[k + 1];
      count++;
    }
    if (j > 0 && before[k - wide]) {
      sum += velocity[k - wide];
      count++;
    }
    if (j < high - 1 && before[k + wide]) {
      sum += velocity[k + wide];
      count++;
    }
    if (count > 0) {
      fix(k, sum / count);
    }
  }

  /** The velocity and its slopes at a place. */
  void look(double x, double y) {
    double gx = Math.max(0, Math.min(wide - 1.0, x - shiftX));
    double gy = Math.max(0, Math.min(high - 1.0, y - shiftY));
    int i = Math.min(wide - 2, (int) gx);
    int j = Math.min(high - 2, (int) gy);
    double tx = gx - i;
    double ty = gy - j;
    int k = j * wide + i;
    double top = velocity[k + 1] - velocity[k];
    double bottom = velocity[k + wide + 1] - velocity[k + wide];
    double left = velocity[k + wide] - velocity[k];
    double right = velocity[k + wide + 1] - velocity[k + 1];
    slopeX = top + ty * (bottom - top);
    slopeY = left + tx * (right - left);
    found = velocity[k] + tx * top + ty * slopeY;
  }

  /** What flows through a face, with the wall that covers it in part. */
  double flux(int face) {
    return open[face] * velocity[face] + (1 - open[face]) * wall[face];
  }

  /** Lets neighbours drag each other along: one explicit step of diffusion by {@code share}. */
  void diffuse(double share, double[] work) {
    System.arraycopy(velocity, 0, work, 0, velocity.length);
    for (int j = 0; j < high; j++) {
      for (int i = 0; i < wide; i++) {
        int k = j * wide + i;
        if (known[k]) {
          double pull = i > 0 && known[k - 1] ? work[k - 1] - work[k] : 0;
          pull += i < wide - 1 && known[k + 1] ? work[k + 1] - work[k] : 0;
          pull += j > 0 && known[k - wide] ? work[k - wide] - work[k] : 0;
          pull += j < high - 1 && known[k + wide] ? work[k + wide] - work[k] : 0;
          velocity[k] += share * pull;
        }
      }
    }
  }
}
