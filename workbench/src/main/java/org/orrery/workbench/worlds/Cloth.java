package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A sheet of cloth that hangs by its upper corners and flutters in the wind, or, where it is weak,
 * tears under its own weight and the wind's. It is drawn from the front: the steeper it stands to
 * the eye, the darker.
 */
final class Cloth implements Motion {
  private static final double SIDE = 3;
  private static final int N = 13;
  private static final double WIDE = 1.8;
  private static final double TOP = 0.4;
  private static final int STEPS = 16;
  private static final int SETTLING_STEPS = 10;
  private static final double SETTLED = 1.5;

  private final Fabric fabric;
  private final double[] wind = new double[3];
  private final double mean;
  private final double[] phase = new double[3];
  private double time;

  private Cloth(Values values, SplittableRandom random, double most) {
    fabric = new Fabric(N * N, values.get("gravity"), values.get("drag"));
    mean = (random.nextBoolean() ? 1 : -1) * values.get("wind");
    for (int i = 0; i < phase.length; i++) {
      phase[i] = 2 * Math.PI * random.nextDouble();
    }
    double spacing = WIDE / (N - 1);
    double mass = values.get("mass") * WIDE * WIDE / (N * N);
    for (int i = 0; i < N * N; i++) {
      int row = i / N;
      fabric.place[i][0] = (SIDE - WIDE) / 2 + spacing * (i % N);
      fabric.place[i][1] = TOP + spacing * row;
      fabric.place[i][2] = 0.02 * random.nextDouble();
      boolean held = row == 0 && (i % N == 0 || i % N == N - 1 || most < 100);
      fabric.inverseMass[i] = held ? 0 : 1 / mass;
    }
    weave(1 / values.get("stiffness"), most, random);
    for (double t = 0; most > 100 && t < SETTLED; t += 0.04) {
      advance(0.04, SETTLING_STEPS);
    }
  }

  /** No two links tear at quite the same stretch; neighbours in the order share no corner. */
  private void weave(double compliance, double most, SplittableRandom random) {
    Interval each = new Interval(1 + 0.7 * (most - 1), 1 + 1.3 * (most - 1));
    for (int parity = 0; parity < 2; parity++) {
      for (int i = 0; i < N * N; i++) {
        if (i % N + 1 < N && i % N % 2 == parity) {
          fabric.link(i, i + 1, compliance, each.draw(random));
        }
      }
    }
    for (int i = 0; i + N < N * N; i++) {
      fabric.link(i, i + N, compliance, each.draw(random));
    }
    for (int i = 0; i + N < N * N; i++) {
      if (i % N + 1 < N) {
        fabric.link(i, i + N + 1, 8 * compliance, each.draw(random));
      }
    }
    for (int i = 0; i + N < N * N; i++) {
      if (i % N + 1 < N) {
        fabric.link(i + 1, i + N, 8 * compliance, each.draw(random));
      }
    }
  }

  private static List<Parameter> parameters(
      double wind, double windHigh, double stiffness, double stiffest) {
    return List.of(
        Parameter.of("wind", "m/s", wind, windHigh).within(0, 60),
        Parameter.of("mass", "kg/m^2", 0.15, 0.5).within(0.01, 10),
        Parameter.of("stiffness", "N/m", stiffness, stiffest).within(1, 1e6),
        Parameter.of("drag", "1/s", 0.5, 1.5).within(0, 20),
        Parameter.of("gravity", "m/s^2", 5, 12).within(0, 100));
  }

  static SimulatedWorld hanging() {
    return new SimulatedWorld(
        "cloth", parameters(1, 6, 200, 1000), Shot.of(SIDE), (v, r) -> new Cloth(v, r, 1e9));
  }

  static SimulatedWorld tearing() {
    List<Parameter> parameters = new java.util.ArrayList<>(parameters(2, 8, 40, 100));
    parameters.add(Parameter.of("tears at", "", 1.12, 1.3).within(1.001, 50));
    return new SimulatedWorld(
        "tearing-cloth", parameters, Shot.of(SIDE), (v, r) -> new Cloth(v, r, v.get("tears at")));
  }

  @Override
  public void advance(double seconds) {
    advance(seconds, STEPS);
  }

  private void advance(double seconds, int steps) {
    time += seconds;
    double gust = 1 + 0.5 * StrictMath.sin(3.1 * time + phase[0]);
    wind[0] = 0.35 * mean * StrictMath.sin(1.7 * time + phase[1]);
    wind[2] = mean * gust * (0.6 + 0.4 * StrictMath.sin(2.3 * time + phase[2]));
    fabric.advance(seconds, steps, wind, (place, before) -> {});
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xd8e4ec).line("", 0, TOP, SIDE, TOP, 0.04, 0x604830);
    for (int row = 0; row + 1 < N; row++) {
      for (int column = 0; column + 1 < N; column++) {
        int i = row * N + column;
        if (whole(i)) {
          patch(scene, i, (row / 3 + column / 3) % 2 == 0);
        }
      }
    }
  }

  private boolean whole(int i) {
    return fabric.joined(i, i + 1)
        && fabric.joined(i, i + N)
        && fabric.joined(i + 1, i + N + 1)
        && fabric.joined(i + N, i + N + 1);
  }

  /**
   * A square of cloth, a little larger than it is, so that none of the ground shows between two.
   */
  private void patch(Scene scene, int i, boolean light) {
    int[] corners = {i, i + 1, i + N + 1, i + N};
    double[] x = new double[4];
    double[] y = new double[4];
    double mx = 0;
    double my = 0;
    for (int k = 0; k < 4; k++) {
      x[k] = fabric.place[corners[k]][0];
      y[k] = fabric.place[corners[k]][1];
      mx += x[k] / 4;
      my += y[k] / 4;
    }
    for (int k = 0; k < 4; k++) {
      x[k] = mx + 1.06 * (x[k] - mx);
      y[k] = my + 1.06 * (y[k] - my);
    }
    double bright = bright(i);
    int red = (int) ((light ? 225 : 190) * bright);
    int green = (int) ((light ? 215 : 45) * bright);
    int blue = (int) ((light ? 200 : 50) * bright);
    scene.polygon("cloth", x, y, red << 16 | green << 8 | blue);
  }

  private double bright(int i) {
    double[] a = fabric.place[i];
    double[] b = fabric.place[i + N + 1];
    double[] c = fabric.place[i + 1];
    double[] d = fabric.place[i + N];
    double ux = b[0] - a[0];
    double uy = b[1] - a[1];
    double uz = b[2] - a[2];
    double vx = c[0] - d[0];
    double vy = c[1] - d[1];
    double vz = c[2] - d[2];
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
    double facing = length > 0 ? (0.45 * nx - 0.35 * ny + 0.82 * nz) / length : 0;
    return 0.35 + 0.6 * Math.abs(facing);
  }

  @Override
  public void record(Truth truth) {
    double[] middle = fabric.middle();
    double[] lowest = fabric.place[N * N - 1 - N / 2];
    truth
        .vector("position", "m", List.of("x", "y", "z"), middle[0], middle[1], middle[2])
        .vector("momentum", "kg m/s", List.of("x", "y", "z"), middle[3], middle[4], middle[5])
        .vector("hem", "m", List.of("x", "y", "z"), lowest)
        .vector("air", "m/s", List.of("x", "z"), wind[0], wind[2])
        .scalar("torn links", "", fabric.torn())
        .scalar("energy", "J", fabric.kinetic() + fabric.potential(SIDE));
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.GRAVITY_FLIPS) {
      return fabric.flip();
    }
    if (kind != Violation.ENERGY_APPEARS) {
      return false;
    }
    fabric.toss(4);
    return true;
  }
}
