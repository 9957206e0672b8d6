package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Bodies that attract each other by Newton's law, moved by the symplectic method of order 4 of
 * Forest and Ruth (Physica D 43, 1990): energy does not drift. G is 1 m^3/(kg s^2).
 */
final class Orbits implements Motion {
  static final double SIDE = 8;
  private static final int STEPS = 64;
  private static final double CUBE_ROOT = StrictMath.cbrt(2);
  private static final double OUTER = 1 / (2 - CUBE_ROOT);
  private static final double[] DRIFTS = {
    OUTER / 2, (1 - CUBE_ROOT) * OUTER / 2, (1 - CUBE_ROOT) * OUTER / 2, OUTER / 2
  };
  private static final double[] KICKS = {OUTER, -CUBE_ROOT * OUTER, OUTER, 0};
  private static final int[] COLOURS = {0xffd060, 0x60b0ff, 0xff7080};

  private final double[] mass;
  final double[] x;
  final double[] y;
  final double[] vx;
  final double[] vy;
  private double pull = 1;

  Orbits(double[] mass, double[] x, double[] y, double[] vx, double[] vy) {
    this.mass = mass;
    this.x = x;
    this.y = y;
    this.vx = vx;
    this.vy = vy;
  }

  static SimulatedWorld twoBodies() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("mass ratio", "", 0.1, 1).within(1e-3, 1),
            Parameter.of("semi-major axis", "m", 1.6, 2.6).within(0.3, 3.5),
            Parameter.of("eccentricity", "", 0, 0.5).within(0, 0.8));
    Shot shot = Shot.of(SIDE);
    return new SimulatedWorld("two-body-orbit", parameters, shot, Orbits::twoBodies);
  }

  static SimulatedWorld threeBodies() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("mass", "kg", 3, 8).within(0.1, 100),
            Parameter.of("perturbation", "", 0, 0.1).within(0, 0.5));
    Shot shot = Shot.of(SIDE);
    return new SimulatedWorld("three-body-orbit", parameters, shot, Orbits::figureEight);
  }

  /** Starts at the pericentre; together the bodies weigh 12 kg. */
  private static Orbits twoBodies(Values values, SplittableRandom random) {
    double ratio = values.get("mass ratio");
    double axis = values.get("semi-major axis");
    double eccentricity = values.get("eccentricity");
    double[] mass = {12 / (1 + ratio), 12 * ratio / (1 + ratio)};
    double way = 2 * Math.PI * random.nextDouble();
    double sense = random.nextBoolean() ? 1 : -1;
    double apart = axis * (1 - eccentricity);
    double speed = sense * Math.sqrt(12 / axis * (1 + eccentricity) / (1 - eccentricity));
    double cos = StrictMath.cos(way);
    double sin = StrictMath.sin(way);
    double first = -mass[1] / 12;
    double second = mass[0] / 12;
    double[] x = {SIDE / 2 + first * apart * cos, SIDE / 2 + second * apart * cos};
    double[] y = {SIDE / 2 + first * apart * sin, SIDE / 2 + second * apart * sin};
    double[] vx = {-first * speed * sin, -second * speed * sin};
    double[] vy = {first * speed * cos, second * speed * cos};
    return new Orbits(mass, x, y, vx, vy);
  }

  /**
   * The figure of eight (Chenciner and Montgomery, Annals of Mathematics 152, 2000; initial values
   * of Simo), 2.6 times as large, perturbed a little: one of the three is displaced.
   */
  private static Orbits figureEight(Values values, SplittableRandom random) {
    double m = values.get("mass");
    double perturbation = values.get("perturbation");
    double large = 2.6;
    double fast = Math.sqrt(m / large);
    double[] x = {0.97000436 * large, -0.97000436 * large, 0};
    double[] y = {-0.24308753 * large, 0.24308753 * large, 0};
    double[] vx = {0.466203685 * fast, 0.466203685 * fast, -0.93240737 * fast};
    double[] vy = {0.43236573 * fast, 0.43236573 * fast, -0.86473146 * fast};
    double way = 2 * Math.PI * random.nextDouble();
    vx[2] += perturbation * fast * StrictMath.cos(way);
    vy[2] += perturbation * fast * StrictMath.sin(way);
    for (int i = 0; i < 3; i++) {
      x[i] += SIDE / 2;
      y[i] += SIDE / 2;
    }
    return new Orbits(new double[] {m, m, m}, x, y, vx, vy);
  }

  @Override
  public void advance(double seconds) {
    for (int step = 0; step < STEPS; step++) {
      for (int part = 0; part < DRIFTS.length; part++) {
        drift(DRIFTS[part] * seconds / STEPS);
        kick(pull * KICKS[part] * seconds / STEPS);
      }
    }
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0x080814);
    for (int i = 0; i < x.length; i++) {
      double radius = 0.22 * StrictMath.cbrt(mass[i]);
      scene.disc("body " + (i + 1), x[i], y[i], radius, COLOURS[i]);
    }
  }

  @Override
  public void record(Truth truth) {
    double px = 0;
    double py = 0;
    double spin = 0;
    for (int i = 0; i < x.length; i++) {
      px += mass[i] * vx[i];
      py += mass[i] * vy[i];
      spin += mass[i] * ((x[i] - SIDE / 2) * vy[i] - (y[i] - SIDE / 2) * vx[i]);
    }
    truth
        .points("position", "m", x, y)
        .points("velocity", "m/s", vx, vy)
        .each("masses", "kg", mass)
        .point("momentum", "kg m/s", px, py)
        .scalar("angular momentum", "kg m^2/s", spin)
        .scalar("energy", "J", energy());
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.GRAVITY_FLIPS) {
      pull = -1;
      return true;
    }
    if (kind == Violation.ENERGY_APPEARS) {
      for (int i = 0; i < x.length; i++) {
        vx[i] *= 1.7;
        vy[i] *= 1.7;
      }
      return true;
    }
    return false;
  }

  double energy() {
    double energy = 0;
    for (int i = 0; i < x.length; i++) {
      energy += 0.5 * mass[i] * (vx[i] * vx[i] + vy[i] * vy[i]);
      for (int j = 0; j < i; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        energy -= pull * mass[i] * mass[j] / Math.sqrt(dx * dx + dy * dy);
      }
    }
    return energy;
  }

  private void drift(double seconds) {
    for (int i = 0; i < x.length; i++) {
      x[i] += seconds * vx[i];
      y[i] += seconds * vy[i];
    }
  }

  private void kick(double seconds) {
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double square = dx * dx + dy * dy;
        double cube = square * Math.sqrt(square);
        vx[i] -= seconds * mass[j] * dx / cube;
        vy[i] -= seconds * mass[j] * dy / cube;
        vx[j] += seconds * mass[i] * dx / cube;
        vy[j] += seconds * mass[i] * dy / cube;
      }
    }
  }
}
