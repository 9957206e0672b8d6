package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Water is poured from a jug that is tilted into a basin: what leaves the one falls into the other.
 */
final class Pouring implements Motion {
  private static final double SIDE = 2;
  private static final double FLOOR = 1.9;
  private static final int CELLS = 64;
  private static final int OVER = 8;
  private static final double LOST = 0.35;
  private static final int BLUE = 0x2878b8;

  private final Tank tank;
  private final Jug jug;
  private final Liquid water;
  private final LiquidGauge gauge;
  private final LiquidSurface surface;

  private Pouring(Values values, SplittableRandom random) {
    this(values, 0.05 * random.nextDouble(), CELLS);
  }

  /** The values are named as in {@link #world}; with so many cells from side to side. */
  Pouring(Values values, double begins, int cells) {
    double cell = SIDE / cells;
    int rows = (int) Math.round(FLOOR / cell) + OVER * cells / CELLS;
    tank = new Tank(0, FLOOR - rows * cell, cells, rows, cell);
    jug = new Jug(values.get("rate"), values.get("tilt"), begins, FLOOR);
    water = new Liquid(tank, values.get("gravity"), values.get("viscosity"), jug);
    gauge = new LiquidGauge(water, tank);
    surface = new LiquidSurface(tank);
    double wall = Jug.HALF_WALL;
    double inside = Jug.WIDE - 2 * wall;
    double bottom = Jug.LIP_Y + Jug.HIGH - wall;
    double high = values.get("content") / inside;
    double left = Jug.LIP_X - Jug.WIDE + wall;
    water.particles().fill(left, bottom - high, left + inside, bottom);
    water
        .particles()
        .fill(Jug.BASIN_LEFT + wall, FLOOR - values.get("level"), Jug.BASIN_RIGHT - wall, FLOOR);
  }

  Liquid water() {
    return water;
  }

  Jug jug() {
    return jug;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("content", "m^2", 0.2, 0.26).within(0, 0.27),
            Parameter.of("level", "m", 0.05, 0.3).within(0, 0.45),
            Parameter.of("rate", "rad/s", 1.2, 2.4).within(0, 6),
            Parameter.of("tilt", "rad", 1.2, 1.8).within(0, 1.8),
            Parameter.of("gravity", "m/s^2", 6, 12).within(0, 30),
            Parameter.of("viscosity", "m^2/s", 0, 0.01).within(0, 0.2));
    return new SimulatedWorld("pouring", parameters, Shot.of(SIDE), Pouring::new);
  }

  @Override
  public void advance(double seconds) {
    water.advance(seconds);
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xf0ece4);
    surface.draw(water, scene, "water", BLUE);
    jug.draw(scene);
    scene.box("", -1, FLOOR, SIDE + 1, SIDE + 1, 0x6a5a4a);
  }

  @Override
  public void record(Truth truth) {
    double inJug = 0;
    double inBasin = 0;
    double outside = 0;
    double all = 0;
    for (int p = 0; p < water.particles().count; p++) {
      double x = water.particles().placeX(p);
      double y = water.particles().placeY(p);
      all += water.particles().volume(p);
      inJug += jug.holds(x, y) ? water.particles().volume(p) : 0;
      inBasin += Jug.overBasin(x, y) ? water.particles().volume(p) : 0;
      outside += Jug.besideBasin(x, y) ? water.particles().volume(p) : 0;
    }
    gauge.record(truth);
    truth
        .scalar("in the jug", "m^2", inJug)
        .scalar("in the basin", "m^2", inBasin)
        .scalar("in the air", "m^2", all - inJug - inBasin - outside)
        .scalar("outside", "m^2", outside)
        .scalar("angle", "rad", jug.angle())
        .scalar("angular velocity", "rad/s", jug.turning());
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind == Violation.PASSES_THROUGH) {
      jug.letThrough();
      return true;
    }
    if (kind != Violation.LOSES_VOLUME) {
      return water.violate(kind);
    }
    for (int p = 0; p < water.particles().count; p++) {
      double x = water.particles().placeX(p);
      double y = water.particles().placeY(p);
      if (jug.holds(x, y)) {
        double ownX = jug.ownX(x, y);
        double bottom = Jug.HIGH - Jug.HALF_WALL;
        double ownY = bottom - (1 - LOST) * (bottom - jug.ownY(x, y));
        water.shrink(p, LOST, jug.placeX(ownX, ownY), jug.placeY(ownX, ownY));
      } else {
        water.shrink(p, LOST, x, FLOOR - (Jug.overBasin(x, y) ? 1 - LOST : 1) * (FLOOR - y));
      }
    }
    return true;
  }
}
