package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A box that is dropped into still water, heaves and rolls: the lift is the weight of the water
 * that it displaces just then and acts at the middle of it. Friction is proportional to speed while
 * the box is under water; the surface stays flat and no water is dragged along.
 */
final class FloatingBody implements Motion {
  static final double SIDE = 6.4;
  private static final double GRAVITY = 9.81;
  private static final double WATER = 1000;
  private static final int STEPS = 16;

  private final double wide;
  private final double high;
  private final double mass;
  private final double inertia;
  private final double damping;
  private final double[] state;
  private final RungeKutta method = new RungeKutta(this::rate, 4);
  private double level = SIDE / 2;
  private double gravity = GRAVITY;

  /** The state is the middle's y in m, downwards, the turn in rad, and their rates. */
  FloatingBody(double wide, double high, double density, double damping, double... state) {
    this.wide = wide;
    this.high = high;
    this.mass = density * WATER * wide * high;
    this.inertia = mass * (wide * wide + high * high) / 12;
    this.damping = damping;
    this.state = state;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("width", "m", 1.4, 2.6).within(0.2, 5),
            Parameter.of("height", "m", 0.6, 1.1).within(0.1, 3),
            Parameter.of("density", "", 0.2, 0.8).within(0.02, 3),
            Parameter.of("drop", "m", 0, 1).within(-1, 2),
            Parameter.of("tilt", "rad", 0.05, 0.6).within(0, 1.5),
            Parameter.of("damping", "1/s", 0.3, 1.5).within(0, 50));
    return new SimulatedWorld("floating-body", parameters, Shot.of(SIDE), FloatingBody::drawn);
  }

  private static FloatingBody drawn(Values values, SplittableRandom random) {
    double high = values.get("height");
    double density = values.get("density");
    double tilt = (random.nextBoolean() ? 1 : -1) * values.get("tilt");
    double y = SIDE / 2 + high * (density - 0.5) - values.get("drop");
    return new FloatingBody(
        values.get("width"), high, density, values.get("damping"), y, tilt, 0, 0);
  }

  @Override
  public void advance(double seconds) {
    method.advance(state, seconds, STEPS);
  }

  @Override
  public void draw(Scene scene) {
    double[][] corners = corners(state);
    scene
        .ground(0xe8e2d4)
        .box("", -1, level, SIDE + 1, SIDE + 1, 0x2878b8)
        .polygon("body", corners[0], corners[1], 0xc88038);
  }

  @Override
  public void record(Truth truth) {
    Submerged under = under(state);
    double lift = WATER * gravity * under.area();
    double potential =
        -mass * gravity * (state[0] - level) + (under.area() > 0 ? lift * (under.y() - level) : 0);
    truth
        .point("position", "m", SIDE / 2, state[0])
        .point("velocity", "m/s", 0, state[2])
        .scalar("angle", "rad", state[1])
        .scalar("angular velocity", "rad/s", state[3])
        .scalar("displaced", "m^2", under.area())
        .scalar("lift", "N/m", lift)
        .scalar("mass", "kg/m", mass)
        .point("momentum", "kg/s", 0, mass * state[2])
        .scalar(
            "energy",
            "J/m",
            0.5 * mass * state[2] * state[2] + 0.5 * inertia * state[3] * state[3] + potential);
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    switch (kind) {
      case LOSES_VOLUME -> level += 0.8;
      case GRAVITY_FLIPS -> gravity = -gravity;
      case ENERGY_APPEARS -> {
        state[2] = -2 * Math.abs(state[2]) - 4;
        state[3] *= 3;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Submerged under(double[] at) {
    double[][] corners = corners(at);
    return Submerged.of(corners[0], corners[1], level);
  }

  private double[][] corners(double[] at) {
    double cos = StrictMath.cos(at[1]);
    double sin = StrictMath.sin(at[1]);
    double[] signX = {-0.5, 0.5, 0.5, -0.5};
    double[] signY = {-0.5, -0.5, 0.5, 0.5};
    double[][] corners = new double[2][4];
    for (int i = 0; i < 4; i++) {
      double x = wide * signX[i];
      double y = high * signY[i];
      corners[0][i] = SIDE / 2 + cos * x - sin * y;
      corners[1][i] = at[0] + sin * x + cos * y;
    }
    return corners;
  }

  private void rate(double[] at, double[] rate) {
    Submerged under = under(at);
    double lift = WATER * gravity * under.area();
    double wet = under.area() / (wide * high);
    double arm = under.area() > 0 ? under.x() - SIDE / 2 : 0;
    rate[0] = at[2];
    rate[1] = at[3];
    rate[2] = gravity - lift / mass - damping * wet * at[2];
    rate[3] = -lift * arm / inertia - damping * wet * at[3];
  }
}
