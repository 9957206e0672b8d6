package org.orrery.workbench.worlds;

import java.util.Arrays;

/**
 * What a liquid consists of: places, velocities and areas, all in cells of its tank and seconds.
 */
final class Particles {
  double[] x = new double[0];
  double[] y = new double[0];
  double[] u = new double[0];
  double[] v = new double[0];

  /** How the velocity changes around each: the slopes of u and v. */
  double[] ux = new double[0];

  double[] uy = new double[0];
  double[] vx = new double[0];
  double[] vy = new double[0];
  double[] area = new double[0];
  int count;
  private final Tank tank;

  Particles(Tank tank) {
    this.tank = tank;
  }

  /** Fills a box with particles at rest, about four a cell, which have its area between them. */
  void fill(double fromX, double fromY, double toX, double toY) {
    if (!(toX > fromX && toY > fromY)) {
      return;
    }
    double cell = tank.cell();
    int wide = (int) Math.max(1, Math.rint(2 * (toX - fromX) / cell));
    int high = (int) Math.max(1, Math.rint(2 * (toY - fromY) / cell));
    double each = (toX - fromX) * (toY - fromY) / (cell * cell * wide * high);
    room(count + wide * high);
    for (int j = 0; j < high; j++) {
      for (int i = 0; i < wide; i++) {
        x[count] = (fromX + (i + 0.5) * (toX - fromX) / wide - tank.left()) / cell;
        y[count] = (fromY + (j + 0.5) * (toY - fromY) / high - tank.top()) / cell;
        area[count++] = each;
      }
    }
  }

  private void room(int n) {
    x = Arrays.copyOf(x, n);
    y = Arrays.copyOf(y, n);
    u = Arrays.copyOf(u, n);
    v = Arrays.copyOf(v, n);
    ux = Arrays.copyOf(ux, n);
    uy = Arrays.copyOf(uy, n);
    vx = Arrays.copyOf(vx, n);
    vy = Arrays.copyOf(vy, n);
    area = Arrays.copyOf(area, n);
  }

  /** In m. */
  double placeX(int p) {
    return tank.left() + tank.cell() * x[p];
  }

  double placeY(int p) {
    return tank.top() + tank.cell() * y[p];
  }

  /** In m^2. */
  double volume(int p) {
    return area[p] * tank.cell() * tank.cell();
  }

  double fastest() {
    double fastest = 0;
    for (int p = 0; p < count; p++) {
      fastest = Math.max(fastest, Math.max(Math.abs(u[p]), Math.abs(v[p])));
    }
    return fastest;
  }
}
