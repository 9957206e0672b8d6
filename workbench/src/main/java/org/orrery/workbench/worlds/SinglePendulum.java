package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A bob on a massless rod, with friction in the air that is proportional to speed. */
final class SinglePendulum implements Motion {
  private static final double SIDE = 4;
  private static final double PIVOT = SIDE / 2;
  private static final int STEPS = 10;

  private final double length;
  private final double mass;
  private final double damping;
  private final double[] state;
  private final RungeKutta method = new RungeKutta(this::rate, 2);
  private double gravity;

  /** The state is the angle from straight down in rad, and its rate; damping in 1/s. */
  SinglePendulum(double length, double mass, double gravity, double damping, double... state) {
    this.length = length;
    this.mass = mass;
    this.gravity = gravity;
    this.damping = damping;
    this.state = state;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("length", "m", 0.8, 1.6).within(0.1, 1.8),
            Parameter.of("mass", "kg", 0.5, 2).within(0.01, 10),
            Parameter.of("gravity", "m/s^2", 5, 15).within(0, 100),
            Parameter.of("amplitude", "rad", 0.3, 2.5).within(0, Math.PI),
            Parameter.of("damping", "1/s", 0, 0.3).within(0, 10));
    return new SimulatedWorld("pendulum", parameters, Shot.of(SIDE), SinglePendulum::drawn);
  }

  private static SinglePendulum drawn(Values values, SplittableRandom random) {
    double side = random.nextBoolean() ? 1 : -1;
    return new SinglePendulum(
        values.get("length"),
        values.get("mass"),
        values.get("gravity"),
        values.get("damping"),
        side * values.get("amplitude"),
        0);
  }

  @Override
  public void advance(double seconds) {
    method.advance(state, seconds, STEPS);
  }

  @Override
  public void draw(Scene scene) {
    double x = PIVOT + length * StrictMath.sin(state[0]);
    double y = PIVOT + length * StrictMath.cos(state[0]);
    scene
        .ground(0xe8e4da)
        .line("rod", PIVOT, PIVOT, x, y, 0.05, 0x606060)
        .disc("", PIVOT, PIVOT, 0.06, 0x303030)
        .disc("bob", x, y, 0.16 * StrictMath.cbrt(mass), 0xb02838);
  }

  @Override
  public void record(Truth truth) {
    double x = length * StrictMath.sin(state[0]);
    double y = length * StrictMath.cos(state[0]);
    truth
        .scalar("angle", "rad", state[0])
        .scalar("angular velocity", "rad/s", state[1])
        .point("position", "m", PIVOT + x, PIVOT + y)
        .point("velocity", "m/s", y * state[1], -x * state[1])
        .point("momentum", "kg m/s", mass * y * state[1], -mass * x * state[1])
        .scalar("energy", "J", energy());
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.GRAVITY_FLIPS && gravity > 0) {
      gravity = -gravity;
      return true;
    }
    if (kind == Violation.ENERGY_APPEARS) {
      state[1] = 2 * state[1] + (state[1] < 0 ? -3 : 3);
      return true;
    }
    return false;
  }

  /** Kinetic plus potential energy above the lowest place. */
  double energy() {
    double speed = length * state[1];
    return mass * (0.5 * speed * speed + gravity * length * (1 - StrictMath.cos(state[0])));
  }

  private void rate(double[] at, double[] rate) {
    rate[0] = at[1];
    rate[1] = -gravity / length * StrictMath.sin(at[0]) - damping * at[1];
  }
}
