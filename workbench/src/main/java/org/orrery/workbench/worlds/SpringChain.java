package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** Equal masses between two walls, joined by equal springs, moving along their line. */
final class SpringChain implements Motion {
  static final double SIDE = 6;
  private static final int STEPS = 20;

  private final double mass;
  private final double stiffness;
  private final double[] state;
  private final RungeKutta method;

  /** The state is each mass's way from its place of rest in m, then their rates. */
  SpringChain(double mass, double stiffness, double... state) {
    this.mass = mass;
    this.stiffness = stiffness;
    this.state = state;
    this.method = new RungeKutta(this::rate, state.length);
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.whole("masses", 3, 3).within(1, 12),
            Parameter.of("mass", "kg", 0.5, 2).within(0.05, 50),
            Parameter.of("stiffness", "N/m", 10, 60).within(0.1, 10_000),
            Parameter.of("amplitude", "", 0.15, 0.4).within(0, 0.45));
    return new SimulatedWorld("spring-chain", parameters, Shot.of(SIDE), SpringChain::drawn);
  }

  /** Each mass starts away from rest by up to a share of the distance to its neighbour. */
  private static SpringChain drawn(Values values, SplittableRandom random) {
    int n = values.whole("masses");
    double reach = values.get("amplitude") * SIDE / (n + 1);
    double[] state = new double[2 * n];
    for (int i = 0; i < n; i++) {
      state[i] = new Interval(-reach, reach).draw(random);
    }
    return new SpringChain(values.get("mass"), values.get("stiffness"), state);
  }

  @Override
  public void advance(double seconds) {
    method.advance(state, seconds, STEPS);
  }

  @Override
  public void draw(Scene scene) {
    int n = state.length / 2;
    double y = SIDE / 2;
    scene
        .ground(0xe8e4da)
        .box("", 0, 2, 0.15, 4, 0x303030)
        .box("", SIDE - 0.15, 2, SIDE, 4, 0x303030);
    for (int i = 0; i <= n; i++) {
      Spring.draw(scene, "", place(i - 1), y, place(i), y, 0x606060);
    }
    for (int i = 0; i < n; i++) {
      scene.disc("mass " + (i + 1), place(i), y, 0.22 * StrictMath.cbrt(mass), 0x2860a0);
    }
  }

  @Override
  public void record(Truth truth) {
    int n = state.length / 2;
    double[] x = new double[n];
    double[] y = new double[n];
    double[] v = new double[n];
    double momentum = 0;
    double energy = 0;
    for (int i = 0; i < n; i++) {
      x[i] = place(i);
      y[i] = SIDE / 2;
      v[i] = state[n + i];
      momentum += mass * v[i];
      energy += 0.5 * mass * v[i] * v[i];
    }
    for (int i = 0; i <= n; i++) {
      double stretch = away(state, i) - away(state, i - 1);
      energy += 0.5 * stiffness * stretch * stretch;
    }
    truth
        .points("position", "m", x, y)
        .points("velocity", "m/s", v, new double[n])
        .point("momentum", "kg m/s", momentum, 0)
        .scalar("energy", "J", energy);
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.ENERGY_APPEARS) {
      for (int i = state.length / 2; i < state.length; i++) {
        state[i] = 2 * state[i] + (state[i] < 0 ? -1 : 1);
      }
      return true;
    }
    return false;
  }

  private double place(int i) {
    int n = state.length / 2;
    return SIDE * (i + 1) / (n + 1) + away(state, i);
  }

  /** How far mass i is from rest; the walls are 0. */
  private static double away(double[] at, int i) {
    return i < 0 || i >= at.length / 2 ? 0 : at[i];
  }

  private void rate(double[] at, double[] rate) {
    int n = at.length / 2;
    for (int i = 0; i < n; i++) {
      rate[i] = at[n + i];
      rate[n + i] = stiffness / mass * (away(at, i + 1) - 2 * away(at, i) + away(at, i - 1));
    }
  }
}
