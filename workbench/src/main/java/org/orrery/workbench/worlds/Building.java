package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A tall building that sways in a turbulent wind. What is drawn is swayed 40 times as far. */
final class Building implements Motion {
  static final double SIDE = 40;
  static final double MAGNIFIED = 40;
  private static final double GROUND = 37;
  private static final double LEFT = 16;
  private static final double WIDE = 9;
  private static final double HIGH = 3.2;
  private static final double AIR = 1.25;
  private static final double DRAG = 1.3;
  private static final double AREA = 60;
  private static final double STEP = 0.01;
  private static final double BEFORE = 6;

  private final ShearFrame frame;
  private final Wind wind;
  private final int storeys;
  private final double[] force;
  private final double[] streaks;
  private int steps;

  private Building(Values values, SplittableRandom random) {
    storeys = values.whole("storeys");
    frame =
        new ShearFrame(
            storeys, values.get("mass"), values.get("stiffness"), values.get("damping"), STEP);
    wind = new Wind(values.get("wind"), values.get("turbulence"), random);
    force = new double[storeys];
    streaks = new double[2 * 9];
    for (int i = 0; i < streaks.length; i++) {
      streaks[i] = random.nextDouble();
    }
    load(values.get("wind"));
    frame.balance(force);
    while (steps < BEFORE / STEP) {
      step();
    }
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.whole("storeys", 8, 8).within(1, 11),
            Parameter.of("mass", "kg", 1e5, 2e5).within(1e3, 1e7),
            Parameter.of("stiffness", "N/m", 6e7, 2e8).within(1e6, 1e10),
            Parameter.of("damping", "", 0.01, 0.05).within(0, 0.5),
            Parameter.of("wind", "m/s", 10, 35).within(0, 90),
            Parameter.of("turbulence", "", 0.1, 0.25).within(0, 0.5));
    return new SimulatedWorld("building", parameters, Shot.of(SIDE).fps(12.5), Building::new);
  }

  @Override
  public void advance(double seconds) {
    long wanted = Math.round(seconds / STEP);
    for (long i = 0; i < wanted; i++) {
      step();
    }
  }

  private void step() {
    steps++;
    double speed = wind.at(steps * STEP);
    load(speed);
    frame.step(force);
    for (int i = 0; i < streaks.length; i += 2) {
      streaks[i] += speed * STEP / (4 * SIDE);
      streaks[i] -= Math.floor(streaks[i]);
    }
  }

  /** Drag on each storey at the speed of its height: a power law with exponent 0.2. */
  private void load(double speedAt10) {
    for (int i = 0; i < storeys; i++) {
      double speed = speedAt10 * StrictMath.pow((i + 1) * HIGH / 10, 0.2);
      force[i] = 0.5 * AIR * DRAG * AREA * speed * Math.abs(speed);
    }
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xa8c4dc).box("", -1, GROUND, SIDE + 1, SIDE + 1, 0x607048);
    double speed = wind.at(steps * STEP);
    for (int i = 0; i < streaks.length; i += 2) {
      double x = (2 * streaks[i] - 0.5) * SIDE;
      double y = (0.05 + 0.8 * streaks[i + 1]) * GROUND;
      scene.line("", x, y, x + speed / 8, y, 0.25, 0xe8f4ff);
    }
    for (int i = 0; i < storeys; i++) {
      double bottom = LEFT + MAGNIFIED * (i > 0 ? frame.displacement[i - 1] : 0);
      double top = LEFT + MAGNIFIED * frame.displacement[i];
      double high = GROUND - (i + 1) * HIGH;
      double low = GROUND - i * HIGH;
      parallelogram(scene, bottom, top, 0, WIDE, low, high, 0x8a5a48);
      parallelogram(scene, top, top, -0.2, WIDE + 0.2, high + 0.35, high, 0x4a3830);
      for (int w = 0; w < 3; w++) {
        double from = 1 + 2.7 * w;
        parallelogram(
            scene,
            mix(bottom, top, 0.25),
            mix(bottom, top, 0.72),
            from,
            from + 1.6,
            mix(low, high, 0.25),
            mix(low, high, 0.72),
            0xf4dc90);
      }
    }
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }

  private static void parallelogram(
      Scene scene,
      double bottom,
      double top,
      double from,
      double to,
      double low,
      double high,
      int colour) {
    double[] x = {bottom + from, bottom + to, top + to, top + from};
    double[] y = {low, low, high, high};
    scene.polygon("building", x, y, colour);
  }

  @Override
  public void record(Truth truth) {
    double[] drift = new double[storeys];
    double shear = 0;
    double momentum = 0;
    for (int i = 0; i < storeys; i++) {
      drift[i] = frame.drift(i);
      shear += force[i];
      momentum += frame.velocity[i];
    }
    double[] omega = frame.frequencies();
    int modes = Math.min(3, storeys);
    double[] hertz = new double[modes];
    double[] ratio = new double[modes];
    for (int i = 0; i < modes; i++) {
      hertz[i] = omega[i] / (2 * Math.PI);
      ratio[i] = frame.damping(i);
    }
    truth
        .scalar("wind speed", "m/s", wind.at(steps * STEP))
        .scalar("wind force", "N", shear)
        .each("displacement", "m", frame.displacement)
        .each("speed", "m/s", frame.velocity)
        .each("drift", "m", drift)
        .scalar("top displacement", "m", frame.displacement[storeys - 1])
        .each("frequency", "Hz", hertz)
        .each("mode damping", "", ratio)
        .scalar("momentum", "kg m/s", frame.mass() * momentum)
        .scalar("energy", "J", frame.energy());
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind != Violation.ENERGY_APPEARS) {
      return false;
    }
    for (int i = 0; i < storeys; i++) {
      frame.velocity[i] += 0.25 * (i + 1) / storeys;
    }
    return true;
  }
}
