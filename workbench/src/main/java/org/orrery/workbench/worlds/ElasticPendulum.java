package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A bob that hangs from a pivot by a massless spring. */
final class ElasticPendulum implements Motion {
  private static final double SIDE = 4;
  private static final double PIVOT_X = SIDE / 2;
  private static final double PIVOT_Y = 0.6;
  private static final int STEPS = 20;

  private final double rest;
  private final double mass;
  private final double stiffness;
  private final double[] state;
  private double gravity;
  private final RungeKutta method = new RungeKutta(this::rate, 4);

  /** The state is x and y from the pivot in m, and their rates. */
  ElasticPendulum(double rest, double mass, double stiffness, double gravity, double... state) {
    this.rest = rest;
    this.mass = mass;
    this.stiffness = stiffness;
    this.gravity = gravity;
    this.state = state;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("rest length", "m", 0.8, 1.2).within(0.2, 2),
            Parameter.of("mass", "kg", 0.5, 1.5).within(0.05, 10),
            Parameter.of("stiffness", "N/m", 30, 80).within(1, 10_000),
            Parameter.of("gravity", "m/s^2", 5, 12).within(0, 100),
            Parameter.of("amplitude", "rad", 0.2, 1.2).within(0, Math.PI / 2));
    return new SimulatedWorld(
        "elastic-pendulum", parameters, Shot.of(SIDE), ElasticPendulum::drawn);
  }

  private static ElasticPendulum drawn(Values values, SplittableRandom random) {
    double angle = (random.nextBoolean() ? 1 : -1) * values.get("amplitude");
    double rest = values.get("rest length");
    double mass = values.get("mass");
    double hanging = mass * values.get("gravity") / values.get("stiffness");
    double length = rest + hanging * 1.5 * random.nextDouble();
    return new ElasticPendulum(
        rest,
        mass,
        values.get("stiffness"),
        values.get("gravity"),
        length * StrictMath.sin(angle),
        length * StrictMath.cos(angle),
        0,
        0);
  }

  @Override
  public void advance(double seconds) {
    method.advance(state, seconds, STEPS);
  }

  @Override
  public void draw(Scene scene) {
    double x = PIVOT_X + state[0];
    double y = PIVOT_Y + state[1];
    scene.ground(0xe8e4da);
    Spring.draw(scene, "spring", PIVOT_X, PIVOT_Y, x, y, 0x606060);
    scene
        .disc("", PIVOT_X, PIVOT_Y, 0.06, 0x303030)
        .disc("bob", x, y, 0.18 * StrictMath.cbrt(mass), 0xb02838);
  }

  @Override
  public void record(Truth truth) {
    double length = Math.sqrt(state[0] * state[0] + state[1] * state[1]);
    double stretch = length - rest;
    double square = state[2] * state[2] + state[3] * state[3];
    truth
        .point("position", "m", PIVOT_X + state[0], PIVOT_Y + state[1])
        .point("velocity", "m/s", state[2], state[3])
        .scalar("stretch", "m", stretch)
        .scalar("tension", "N", stiffness * stretch)
        .point("momentum", "kg m/s", mass * state[2], mass * state[3])
        .scalar(
            "energy",
            "J",
            0.5 * mass * square
                + 0.5 * stiffness * stretch * stretch
                + mass * gravity * (SIDE - PIVOT_Y - state[1]));
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.GRAVITY_FLIPS && gravity > 0) {
      gravity = -gravity;
      return true;
    }
    if (kind == Violation.ENERGY_APPEARS) {
      double way = state[2] < state[3] ? -2 : 2;
      state[2] = 2 * state[2] + way;
      state[3] = 2 * state[3] - way;
      return true;
    }
    return false;
  }

  private void rate(double[] at, double[] rate) {
    double length = Math.sqrt(at[0] * at[0] + at[1] * at[1]);
    double pull = stiffness / mass * (1 - rest / length);
    rate[0] = at[2];
    rate[1] = at[3];
    rate[2] = -pull * at[0];
    rate[3] = gravity - pull * at[1];
  }
}
