package org.orrery.workbench.worlds;

/**
 * Water in a channel between two walls: the shallow-water equations in one dimension by Godunov's
 * method with the fluxes of Harten, Lax and van Leer and Einfeldt's wave speeds (Toro,
 * Shock-Capturing Methods for Free-Surface Shallow Flows, 2001, chapters 9 and 10). Volume is kept
 * to rounding. Depth in m, flow in m^2/s.
 */
final class ShallowWater {
  static final double GRAVITY = 9.81;
  private static final double COURANT = 0.9;
  private static final double DRY = 1e-8;

  final double[] depth;
  final double[] flow;
  private final double cell;
  private final double[] fluxDepth;
  private final double[] fluxFlow;

  ShallowWater(int cells, double length) {
    depth = new double[cells];
    flow = new double[cells];
    cell = length / cells;
    fluxDepth = new double[cells + 1];
    fluxFlow = new double[cells + 1];
  }

  /** Moves on by {@code seconds} in as many steps as the fastest wave needs. */
  void advance(double seconds) {
    double left = seconds;
    while (left > 0) {
      double step = Math.min(left, COURANT * cell / Math.max(1e-3, fastest()));
      fluxes();
      double share = step / cell;
      for (int i = 0; i < depth.length; i++) {
        depth[i] -= share * (fluxDepth[i + 1] - fluxDepth[i]);
        flow[i] -= share * (fluxFlow[i + 1] - fluxFlow[i]);
        if (depth[i] < DRY) {
          flow[i] = 0;
        }
      }
      left -= step;
    }
  }

  private double fastest() {
    double fastest = 0;
    for (int i = 0; i < depth.length; i++) {
      fastest = Math.max(fastest, Math.abs(speed(i)) + 2 * wave(depth[i]));
    }
    return fastest;
  }

  private void fluxes() {
    int n = depth.length;
    flux(0, depth[0], -speed(0), depth[0], speed(0));
    for (int i = 1; i < n; i++) {
      flux(i, depth[i - 1], speed(i - 1), depth[i], speed(i));
    }
    flux(n, depth[n - 1], speed(n - 1), depth[n - 1], -speed(n - 1));
  }

  private void flux(int face, double hl, double ul, double hr, double ur) {
    double cl = wave(hl);
    double cr = wave(hr);
    double middle = (ul + ur) / 2 + cl - cr;
    double between = Math.max(0, (cl + cr) / 2 + (ul - ur) / 4);
    double slow = hl < DRY ? ur - 2 * cr : Math.min(ul - cl, middle - between);
    double fast = hr < DRY ? ul + 2 * cl : Math.max(ur + cr, middle + between);
    if (slow >= 0) {
      fluxDepth[face] = hl * ul;
      fluxFlow[face] = hl * ul * ul + GRAVITY * hl * hl / 2;
    } else if (fast <= 0) {
      fluxDepth[face] = hr * ur;
      fluxFlow[face] = hr * ur * ur + GRAVITY * hr * hr / 2;
    } else {
      double left = hl * ul * ul + GRAVITY * hl * hl / 2;
      double right = hr * ur * ur + GRAVITY * hr * hr / 2;
      double wide = fast - slow;
      fluxDepth[face] = (fast * hl * ul - slow * hr * ur + fast * slow * (hr - hl)) / wide;
      fluxFlow[face] = (fast * left - slow * right + fast * slow * (hr * ur - hl * ul)) / wide;
    }
  }

  double speed(int i) {
    return depth[i] < DRY ? 0 : flow[i] / depth[i];
  }

  private static double wave(double depth) {
    return Math.sqrt(GRAVITY * Math.max(0, depth));
  }

  /** The middle of a cell in m from the left wall. */
  double place(int i) {
    return (i + 0.5) * cell;
  }

  double cell() {
    return cell;
  }

  /** The depth at a place, the nearest cell's. */
  double depthAt(double x) {
    return depth[Math.max(0, Math.min(depth.length - 1, (int) (x / cell)))];
  }

  /** Water a metre of the channel's width, in m^2. */
  double volume() {
    double sum = 0;
    for (double h : depth) {
      sum += h;
    }
    return sum * cell;
  }

  /** Adds volume to the cells around a place. */
  void pour(double x, double volume, double speed) {
    int middle = Math.max(2, Math.min(depth.length - 3, (int) (x / cell)));
    for (int i = middle - 2; i <= middle + 2; i++) {
      depth[i] += volume / (5 * cell);
      flow[i] += volume * speed / (5 * cell);
    }
  }

  /** Takes away a share of the water, everywhere alike. */
  void lose(double share) {
    for (int i = 0; i < depth.length; i++) {
      depth[i] *= 1 - share;
      flow[i] *= 1 - share;
    }
  }

  /** Draws the water standing on a floor, from its left wall on, and tells what is known of it. */
  void draw(Scene scene, double left, double floor, int colour) {
    int n = depth.length;
    double[] x = new double[n + 4];
    double[] y = new double[n + 4];
    x[0] = left;
    y[0] = floor;
    x[1] = left;
    y[1] = floor - depth[0];
    for (int i = 0; i < n; i++) {
      x[i + 2] = left + place(i);
      y[i + 2] = floor - depth[i];
    }
    x[n + 2] = left + n * cell;
    y[n + 2] = floor - depth[n - 1];
    x[n + 3] = x[n + 2];
    y[n + 3] = floor;
    scene.polygon("water", x, y, colour);
  }

  /** Volume, momentum and energy of a metre of width, and the depth at five gauges. */
  void record(Truth truth) {
    double momentum = 0;
    double energy = 0;
    for (int i = 0; i < depth.length; i++) {
      momentum += 1000 * flow[i] * cell;
      energy += 500 * cell * (flow[i] * speed(i) + GRAVITY * depth[i] * depth[i]);
    }
    double[] gauges = new double[5];
    for (int i = 0; i < 5; i++) {
      gauges[i] = depth[(2 * i + 1) * depth.length / 10];
    }
    truth
        .each("depth at gauges", "m", gauges)
        .scalar("volume", "m^2", volume())
        .scalar("momentum", "kg/s", momentum)
        .scalar("energy", "J/m", energy);
  }
}
