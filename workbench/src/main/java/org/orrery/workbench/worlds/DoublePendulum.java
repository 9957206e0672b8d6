package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** Two bobs on massless rods, the second hanging from the first, without friction. */
final class DoublePendulum implements Motion {
  private static final double SIDE = 4.4;
  private static final double PIVOT = SIDE / 2;
  private static final int STEPS = 40;

  private final double[] length;
  private final double[] mass;
  private final double[] state;
  private double gravity;
  private final RungeKutta method = new RungeKutta(this::rate, 4);

  /** The state is both angles from straight down in rad, then their rates. */
  DoublePendulum(double[] length, double[] mass, double gravity, double... state) {
    this.length = length;
    this.mass = mass;
    this.gravity = gravity;
    this.state = state;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("length 1", "m", 0.7, 1).within(0.1, 1),
            Parameter.of("length 2", "m", 0.7, 1).within(0.1, 1),
            Parameter.of("mass 1", "kg", 0.5, 2).within(0.05, 10),
            Parameter.of("mass 2", "kg", 0.5, 2).within(0.05, 10),
            Parameter.of("gravity", "m/s^2", 5, 15).within(0, 100),
            Parameter.of("amplitude", "rad", 0.5, 2.8).within(0, Math.PI));
    return new SimulatedWorld("double-pendulum", parameters, Shot.of(SIDE), DoublePendulum::drawn);
  }

  private static DoublePendulum drawn(Values values, SplittableRandom random) {
    double[] length = {values.get("length 1"), values.get("length 2")};
    double[] mass = {values.get("mass 1"), values.get("mass 2")};
    double amplitude = values.get("amplitude");
    Interval angle = new Interval(-amplitude, amplitude);
    double first = angle.draw(random);
    double second = angle.draw(random);
    return new DoublePendulum(length, mass, values.get("gravity"), first, second, 0, 0);
  }

  @Override
  public void advance(double seconds) {
    method.advance(state, seconds, STEPS);
  }

  @Override
  public void draw(Scene scene) {
    double[] p = positions();
    scene
        .ground(0xe8e4da)
        .line("", PIVOT, PIVOT, p[0], p[1], 0.05, 0x606060)
        .line("second rod", p[0], p[1], p[2], p[3], 0.05, 0x606060)
        .disc("", PIVOT, PIVOT, 0.06, 0x303030)
        .disc("first bob", p[0], p[1], 0.15 * StrictMath.cbrt(mass[0]), 0x2860a0)
        .disc("second bob", p[2], p[3], 0.15 * StrictMath.cbrt(mass[1]), 0xb02838);
  }

  @Override
  public void record(Truth truth) {
    double[] p = positions();
    double vx = length[0] * StrictMath.cos(state[0]) * state[2];
    double vy = -length[0] * StrictMath.sin(state[0]) * state[2];
    double wx = vx + length[1] * StrictMath.cos(state[1]) * state[3];
    double wy = vy - length[1] * StrictMath.sin(state[1]) * state[3];
    truth
        .each("angle", "rad", state[0], state[1])
        .each("angular velocity", "rad/s", state[2], state[3])
        .points("position", "m", new double[] {p[0], p[2]}, new double[] {p[1], p[3]})
        .points("velocity", "m/s", new double[] {vx, wx}, new double[] {vy, wy})
        .point("momentum", "kg m/s", mass[0] * vx + mass[1] * wx, mass[0] * vy + mass[1] * wy)
        .scalar(
            "energy",
            "J",
            0.5 * mass[0] * (vx * vx + vy * vy)
                + 0.5 * mass[1] * (wx * wx + wy * wy)
                + gravity * mass[0] * (PIVOT + length[0] - p[1])
                + gravity * mass[1] * (PIVOT + length[0] + length[1] - p[3]));
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.GRAVITY_FLIPS && gravity > 0) {
      gravity = -gravity;
      return true;
    }
    if (kind == Violation.ENERGY_APPEARS) {
      double way = spin() < 0 ? -3 : 3;
      state[2] = 2 * state[2] + way;
      state[3] = 2 * state[3] + way;
      return true;
    }
    return false;
  }

  /** The angular momentum about the pivot, in kg m^2/s. */
  private double spin() {
    double both = mass[1] * length[0] * length[1] * StrictMath.cos(state[0] - state[1]);
    double upper = (mass[0] + mass[1]) * length[0] * length[0] + both;
    double lower = mass[1] * length[1] * length[1] + both;
    return upper * state[2] + lower * state[3];
  }

  private double[] positions() {
    double x = PIVOT + length[0] * StrictMath.sin(state[0]);
    double y = PIVOT + length[0] * StrictMath.cos(state[0]);
    return new double[] {
      x, y, x + length[1] * StrictMath.sin(state[1]), y + length[1] * StrictMath.cos(state[1])
    };
  }

  /** Lagrange's equations of both angles, solved for the accelerations. */
  private void rate(double[] at, double[] rate) {
    double sin = StrictMath.sin(at[0] - at[1]);
    double cos = StrictMath.cos(at[0] - at[1]);
    double both = mass[0] + mass[1];
    double first =
        -mass[1] * length[1] * at[3] * at[3] * sin - both * gravity * StrictMath.sin(at[0]);
    double second = length[0] * at[2] * at[2] * sin - gravity * StrictMath.sin(at[1]);
    double inertia = mass[0] + mass[1] * sin * sin;
    rate[0] = at[2];
    rate[1] = at[3];
    rate[2] = (first - mass[1] * cos * second) / (length[0] * inertia);
    rate[3] = (both * second - cos * first) / (length[1] * inertia);
  }
}
