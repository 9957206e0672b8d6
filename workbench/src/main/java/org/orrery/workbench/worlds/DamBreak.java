package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A dam that is gone from one moment to the next: the water behind it runs through the channel. */
final class DamBreak implements Motion {
  static final double SIDE = 6.4;
  static final double FLOOR = 5.6;
  private static final int CELLS = 64;
  private static final double LOST = 0.35;
  private static final int BLUE = 0x2878b8;

  private final Tank tank;
  private final Liquid water;
  private final LiquidGauge gauge;
  private final LiquidSurface surface;
  private final double risen;
  private final boolean fromRight;
  private double front;

  private DamBreak(Values values, SplittableRandom random) {
    this(values, random.nextBoolean(), CELLS);
  }

  /** The values are named as in {@link #world}; with so many cells from side to side. */
  DamBreak(Values values, boolean fromRight, int cells) {
    this.fromRight = fromRight;
    double cell = SIDE / cells;
    int rows = (int) Math.round(FLOOR / cell) + cells / 2;
    tank = new Tank(0, FLOOR - rows * cell, cells, rows, cell);
    water = new Liquid(tank, values.get("gravity"), values.get("viscosity"), Vessel.NONE);
    gauge = new LiquidGauge(water, tank);
    surface = new LiquidSurface(tank);
    double dam = values.get("dam");
    double low = values.get("depth before");
    double high = values.get("depth");
    front = fromRight ? SIDE - dam : dam;
    water.particles().fill(fromRight ? front : 0, FLOOR - high, fromRight ? SIDE : front, FLOOR);
    water.particles().fill(fromRight ? 0 : front, FLOOR - low, fromRight ? front : SIDE, FLOOR);
    risen = low + Math.max(0.05 * (high - low), 0.25 * cell);
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("depth", "m", 1.5, 3.5).within(0.1, 5),
            Parameter.of("depth before", "m", 0, 0.8).within(0, 5),
            Parameter.of("dam", "m", 1.5, 3).within(0.2, 6),
            Parameter.of("gravity", "m/s^2", 6, 12).within(0, 30),
            Parameter.of("viscosity", "m^2/s", 0, 0.05).within(0, 1));
    return new SimulatedWorld("dam-break", parameters, Shot.of(SIDE), DamBreak::new);
  }

  LiquidGauge gauge() {
    return gauge;
  }

  @Override
  public void advance(double seconds) {
    water.advance(seconds);
    front = furthest();
  }

  /** The furthest place, seen from the dam, where the water has risen. */
  private double furthest() {
    double[] depth = gauge.depths();
    int n = depth.length;
    for (int k = 0; k < n; k++) {
      int i = fromRight ? k : n - 1 - k;
      if (depth[i] > risen) {
        int next = fromRight ? i - 1 : i + 1;
        double beyond = k == 0 ? 0.5 : (depth[i] - risen) / (depth[i] - depth[next]);
        return tank.cell() * (i + 0.5 + (fromRight ? -beyond : beyond));
      }
    }
    return front;
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xe6eef2);
    surface.draw(water, scene, "water", BLUE);
    scene.box("", -1, FLOOR, SIDE + 1, SIDE + 1, 0x6a5a4a);
  }

  @Override
  public void record(Truth truth) {
    gauge.record(truth);
    truth.scalar("front", "m", front);
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    if (kind != Violation.LOSES_VOLUME) {
      return water.violate(kind);
    }
    for (int p = 0; p < water.particles().count; p++) {
      double y = FLOOR - (1 - LOST) * (FLOOR - water.particles().placeY(p));
      water.shrink(p, LOST, water.particles().placeX(p), y);
    }
    return true;
  }
}
