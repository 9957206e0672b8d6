package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A ball that flies freely: straight on, along a parabola, or slowed by the air. The drag is that
 * of high Reynolds numbers, k |v| v.
 */
final class ThrownBall implements Motion {
  private static final double SIDE = 10;
  private static final int STEPS = 8;
  private static final int BALL = 0xff7040;
  private static final int SKY = 0x101828;

  private final double radius;
  private final double mass;
  private final double drag;
  private final double[] state;
  private final RungeKutta method;
  private double gravity;

  /** The state is x and y in m, and their rates in m/s; mass follows from 1 kg a square metre. */
  ThrownBall(double radius, double gravity, double drag, double... state) {
    this.radius = radius;
    this.mass = Math.PI * radius * radius;
    this.gravity = gravity;
    this.drag = drag;
    this.state = state;
    this.method = new RungeKutta(this::rate, 4);
  }

  /**
   * Uniform motion, with the ranges of phyworld (Kang et al., 2024): 10 m, v 1 to 4, r 0.7 to 1.4.
   */
  static SimulatedWorld uniform() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("speed", "m/s", 1, 4).within(0, 100),
            Parameter.of("radius", "m", 0.7, 1.4).within(0.05, 3));
    return new SimulatedWorld(
        "uniform-motion", parameters, Shot.of(SIDE).fps(10), ThrownBall::straight);
  }

  static SimulatedWorld parabola() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("speed", "m/s", 6, 11).within(0, 100),
            Parameter.of("angle", "rad", 0.5, 1.3).within(0, Math.PI),
            Parameter.of("gravity", "m/s^2", 6, 14).within(0, 100),
            Parameter.of("radius", "m", 0.4, 0.9).within(0.05, 3));
    return new SimulatedWorld("parabola", parameters, Shot.of(SIDE), (v, r) -> thrown(v, 0, r));
  }

  static SimulatedWorld drag() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("speed", "m/s", 10, 16).within(0, 100),
            Parameter.of("angle", "rad", 0.5, 1.3).within(0, Math.PI),
            Parameter.of("gravity", "m/s^2", 6, 14).within(0, 100),
            Parameter.of("drag", "kg/m", 0.05, 0.4).within(0, 10),
            Parameter.of("radius", "m", 0.4, 0.9).within(0.05, 3));
    return new SimulatedWorld(
        "drag", parameters, Shot.of(SIDE), (v, r) -> thrown(v, v.get("drag"), r));
  }

  private static ThrownBall straight(Values values, SplittableRandom random) {
    double radius = values.get("radius");
    double y = new Interval(radius, SIDE - radius).draw(random);
    boolean right = random.nextBoolean();
    double speed = right ? values.get("speed") : -values.get("speed");
    return new ThrownBall(radius, 0, 0, right ? radius : SIDE - radius, y, speed, 0);
  }

  private static ThrownBall thrown(Values values, double drag, SplittableRandom random) {
    double radius = values.get("radius");
    double angle = values.get("angle");
    boolean right = random.nextBoolean();
    double x = radius + 1.5 * random.nextDouble();
    double vx = values.get("speed") * StrictMath.cos(angle);
    double vy = -values.get("speed") * StrictMath.sin(angle);
    double y = new Interval(6, 9).draw(random);
    return new ThrownBall(
        radius, values.get("gravity"), drag, right ? x : SIDE - x, y, right ? vx : -vx, vy);
  }

  @Override
  public void advance(double seconds) {
    method.advance(state, seconds, STEPS);
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(SKY).disc("ball", state[0], state[1], radius, BALL);
  }

  @Override
  public void record(Truth truth) {
    double[] rate = new double[4];
    rate(state, rate);
    truth
        .point("position", "m", state[0], state[1])
        .point("velocity", "m/s", state[2], state[3])
        .point("acceleration", "m/s^2", rate[2], rate[3])
        .point("momentum", "kg m/s", mass * state[2], mass * state[3])
        .scalar("energy", "J", energy())
        .scalar("mass", "kg", mass);
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.GRAVITY_FLIPS && gravity != 0) {
      gravity = -gravity;
      return true;
    }
    if (kind == Violation.ENERGY_APPEARS) {
      state[2] *= 2;
      state[3] *= 2;
      return true;
    }
    return false;
  }

  /** Kinetic plus potential energy above the bottom of the frame. */
  private double energy() {
    double square = state[2] * state[2] + state[3] * state[3];
    return mass * (0.5 * square + gravity * (SIDE - state[1]));
  }

  private void rate(double[] at, double[] rate) {
    double speed = Math.sqrt(at[2] * at[2] + at[3] * at[3]);
    rate[0] = at[2];
    rate[1] = at[3];
    rate[2] = -drag / mass * speed * at[2];
    rate[3] = gravity - drag / mass * speed * at[3];
  }
}
