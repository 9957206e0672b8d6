package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** Water is poured from a jug into a basin: what leaves the one arrives in the other. */
final class Pouring implements Motion {
  private static final double SIDE = 2;
  private static final double FLOOR = 1.8;
  private static final double SPOUT_Y = 0.45;
  private static final double BASIN_LEFT = 0.2;
  private static final double BASIN = 1.6;
  private static final int CELLS = 160;
  private static final double STEP = 1e-3;
  private static final int BLUE = 0x2878b8;

  private final ShallowWater water = new ShallowWater(CELLS, BASIN);
  private final double rate;
  private final double content;
  private final double spout;
  private final double speed;
  private final double begins;
  private double time;
  private double landed;

  /** Flow in m^2/s and content in m^2 a metre of width; the rest in m, m/s and s. */
  Pouring(double rate, double content, double level, double spout, double speed, double begins) {
    this.rate = rate;
    this.content = content;
    this.spout = spout;
    this.speed = speed;
    this.begins = begins;
    java.util.Arrays.fill(water.depth, level);
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("flow", "m^2/s", 0.1, 0.35).within(0, 1),
            Parameter.of("content", "m^2", 0.15, 0.5).within(0, 1),
            Parameter.of("level", "m", 0.1, 0.35).within(0.01, 0.6),
            Parameter.of("speed", "m/s", 0.1, 0.7).within(0, 1.5));
    return new SimulatedWorld("pouring", parameters, Shot.of(SIDE), Pouring::drawn);
  }

  private static Pouring drawn(Values values, SplittableRandom random) {
    return new Pouring(
        values.get("flow"),
        values.get("content"),
        values.get("level"),
        0.55 + 0.35 * random.nextDouble(),
        values.get("speed"),
        0.1 * random.nextDouble());
  }

  @Override
  public void advance(double seconds) {
    long steps = Math.round(seconds / STEP);
    for (long i = 0; i < steps; i++) {
      time += STEP;
      double arrived = Math.min(content, rate * Math.max(0, time - begins - fall()));
      if (arrived > landed) {
        water.pour(landing() - BASIN_LEFT, arrived - landed, speed);
        landed = arrived;
      }
      water.advance(STEP);
    }
  }

  /** How long the water falls from the spout to the surface, in s. */
  private double fall() {
    double drop = FLOOR - SPOUT_Y - water.depthAt(spout - BASIN_LEFT);
    return Math.sqrt(2 * Math.max(0, drop) / ShallowWater.GRAVITY);
  }

  private double landing() {
    return spout + speed * fall();
  }

  private double left() {
    return content - Math.min(content, rate * Math.max(0, time - begins));
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xf0ece4);
    stream(scene);
    jug(scene);
    water.draw(scene, BASIN_LEFT, FLOOR, BLUE);
    double right = BASIN_LEFT + BASIN;
    scene
        .box("", BASIN_LEFT - 0.06, FLOOR - 0.9, BASIN_LEFT, FLOOR + 0.06, 0x8090a0)
        .box("", right, FLOOR - 0.9, right + 0.06, FLOOR + 0.06, 0x8090a0)
        .box("", BASIN_LEFT - 0.06, FLOOR, right + 0.06, FLOOR + 0.06, 0x8090a0);
  }

  /** The stream from its oldest water to its newest; the faster it falls, the thinner it is. */
  private void stream(Scene scene) {
    double oldest = Math.min(time - begins, fall() + 0.02);
    double newest = Math.max(0, time - begins - content / rate);
    int pieces = 12;
    for (int i = 0; i < pieces && oldest > newest; i++) {
      double from = newest + (oldest - newest) * i / pieces;
      double to = newest + (oldest - newest) * (i + 1) / pieces;
      double falling = ShallowWater.GRAVITY * (from + to) / 2;
      double wide = rate / Math.sqrt(speed * speed + falling * falling + 0.5);
      scene.line(
          "stream",
          spout + speed * from,
          SPOUT_Y + ShallowWater.GRAVITY * from * from / 2,
          spout + speed * to,
          SPOUT_Y + ShallowWater.GRAVITY * to * to / 2,
          Math.min(0.14, wide),
          BLUE);
    }
  }

  private void jug(Scene scene) {
    double full = left() / content;
    double[] x = {spout, spout - 0.34, spout - 0.46, spout - 0.12};
    double[] y = {SPOUT_Y, SPOUT_Y - 0.36, SPOUT_Y - 0.24, SPOUT_Y + 0.12};
    scene.polygon("jug", x, y, 0xc8d4dc);
    double[] wx = {x[0], x[0] + full * (x[1] - x[0]), x[3] + full * (x[2] - x[3]), x[3]};
    double[] wy = {y[0], y[0] + full * (y[1] - y[0]), y[3] + full * (y[2] - y[3]), y[3]};
    scene.polygon("jug", wx, wy, BLUE);
  }

  @Override
  public void record(Truth truth) {
    water.record(truth);
    truth
        .scalar("in the jug", "m^2", left())
        .scalar("in the air", "m^2", content - left() - landed)
        .point("landing", "m", landing(), FLOOR - water.depthAt(landing() - BASIN_LEFT));
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.LOSES_VOLUME) {
      water.lose(0.35);
      return true;
    }
    return false;
  }
}
