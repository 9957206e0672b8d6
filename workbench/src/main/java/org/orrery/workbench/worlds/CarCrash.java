package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A car drives against a barrier, seen from the side at 250 frames a second. */
final class CarCrash implements Motion {
  static final double SIDE = 6;
  private static final double BARRIER = 5.4;
  private static final double ROAD = 4.4;
  private static final double NOSE = 0.7;
  private static final double FRAME = 0.9;
  private static final double ENGINE_SHARE = 0.25;

  private final Car car;
  private final int paint;
  private double peak;
  private double ghost = Double.NaN;

  private CarCrash(Car car, int paint) {
    this.car = car;
    this.paint = paint;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("speed", "m/s", 5, 16).within(0.1, 25),
            Parameter.of("mass", "kg", 900, 1800).within(100, 10_000),
            Parameter.of("stiffness", "N/m", 2e6, 6e6).within(1e4, 1e9),
            Parameter.of("yield force", "N", 8e4, 2.5e5).within(1e3, 1e9),
            Parameter.of("hardening", "N/m", 5e4, 2e5).within(0, 1e8));
    return new SimulatedWorld("car-crash", parameters, Shot.of(SIDE).fps(250), CarCrash::drawn);
  }

  private static CarCrash drawn(Values values, SplittableRandom random) {
    double mass = values.get("mass");
    double stiffness = values.get("stiffness");
    double yield = values.get("yield force");
    double hardening = values.get("hardening");
    double gap = new Interval(0.05, 0.2).draw(random);
    int[] paints = {0xc03028, 0x2060b0, 0xe0a020, 0x308050};
    CrumpleElement nose = new CrumpleElement(stiffness, yield, hardening);
    CrumpleElement frame = new CrumpleElement(2 * stiffness, 1.3 * yield, 2 * hardening);
    Car car =
        new Car(
            ENGINE_SHARE * mass,
            (1 - ENGINE_SHARE) * mass,
            nose,
            frame,
            NOSE,
            FRAME,
            values.get("speed"),
            gap);
    return new CarCrash(car, paints[random.nextInt(paints.length)]);
  }

  @Override
  public void advance(double seconds) {
    if (Double.isNaN(ghost)) {
      car.advance(seconds);
      peak = Math.max(peak, -car.cabinAcceleration());
    } else {
      ghost += seconds * car.cabinSpeed;
    }
  }

  @Override
  public void draw(Scene scene) {
    double through = Double.isNaN(ghost) ? 0 : ghost;
    double bumper = BARRIER + car.bumper() + through;
    double engine = BARRIER + car.engine + through;
    double cabin = BARRIER + car.cabin + through;
    double bulge = 0.18 * Math.min(1, car.nose.plastic() / NOSE);
    scene
        .ground(0xc8d8e4)
        .box("", -1, ROAD, SIDE + 1, SIDE + 1, 0x50545a)
        .polygon(
            "car",
            new double[] {bumper, (bumper + engine) / 2, engine, engine, bumper},
            new double[] {3.45, 3.3 - bulge, 3.25, 4.1, 4.1},
            shade(paint, 0.8))
        .polygon(
            "car",
            new double[] {engine, (engine + cabin) / 2, cabin, cabin, engine},
            new double[] {3.25, 3.15 - 0.5 * bulge, 3.1, 4.1, 4.1},
            shade(paint, 0.9))
        .polygon(
            "car",
            new double[] {cabin, cabin - 0.5, cabin - 1.7, cabin - 2.3, cabin - 2.3, cabin},
            new double[] {3.1, 2.45, 2.45, 3.15, 4.1, 4.1},
            paint)
        .polygon(
            "car",
            new double[] {cabin - 0.25, cabin - 0.6, cabin - 1.0, cabin - 1.0},
            new double[] {3.1, 2.58, 2.58, 3.1},
            0xb8d4e8)
        .polygon(
            "car",
            new double[] {cabin - 1.1, cabin - 1.1, cabin - 1.6, cabin - 2.0},
            new double[] {3.1, 2.58, 2.58, 3.1},
            0xb8d4e8)
        .disc("car", engine, 4.1, 0.32, 0x202224)
        .disc("car", engine, 4.1, 0.14, 0xa0a4a8)
        .disc("car", cabin - 1.75, 4.1, 0.32, 0x202224)
        .disc("car", cabin - 1.75, 4.1, 0.14, 0xa0a4a8)
        .box("", BARRIER, 2.2, SIDE + 1, ROAD, 0x7a7468);
  }

  @Override
  public void record(Truth truth) {
    double energy = car.kinetic() + car.elastic() + car.absorbed();
    truth
        .scalar("position", "m", BARRIER + car.cabin)
        .scalar("velocity", "m/s", car.cabinSpeed)
        .scalar("deceleration", "m/s^2", -car.cabinAcceleration())
        .scalar("peak deceleration", "m/s^2", peak)
        .scalar("engine position", "m", BARRIER + car.engine)
        .scalar("engine velocity", "m/s", car.engineSpeed)
        .scalar("crush", "m", car.nose.plastic() + car.frame.plastic())
        .scalar("barrier force", "N", car.noseForce)
        .scalar("kinetic energy", "J", car.kinetic())
        .scalar("elastic energy", "J", car.elastic())
        .scalar("absorbed energy", "J", car.absorbed())
        .scalar("energy", "J", energy)
        .scalar("momentum", "kg m/s", car.momentum());
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.PASSES_THROUGH) {
      ghost = car.cabinSpeed > 0 ? 0 : ghost;
      return car.cabinSpeed > 0;
    }
    if (kind == Violation.ENERGY_APPEARS) {
      car.engineSpeed = -2 * Math.abs(car.engineSpeed) - 4;
      car.cabinSpeed = -2 * Math.abs(car.cabinSpeed) - 4;
      return true;
    }
    return false;
  }

  private static int shade(int colour, double share) {
    int red = (int) ((colour >> 16 & 0xff) * share);
    int green = (int) ((colour >> 8 & 0xff) * share);
    int blue = (int) ((colour & 0xff) * share);
    return red << 16 | green << 8 | blue;
  }
}
