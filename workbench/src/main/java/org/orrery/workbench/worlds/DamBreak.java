package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A dam that is gone from one moment to the next: the water behind it runs through the channel. */
final class DamBreak implements Motion {
  static final double SIDE = 6.4;
  private static final double FLOOR = 5.6;
  private static final int CELLS = 320;

  private final ShallowWater water = new ShallowWater(CELLS, SIDE);
  private final double low;
  private final double step;
  private final boolean fromRight;
  private double front;

  /** Depth behind the dam and before it, and the dam's place, in m. */
  DamBreak(double high, double low, double dam, boolean fromRight) {
    this.low = low;
    this.step = high - low;
    this.fromRight = fromRight;
    for (int i = 0; i < CELLS; i++) {
      double x = fromRight ? SIDE - water.place(i) : water.place(i);
      water.depth[i] = x < dam ? high : low;
    }
    front = fromRight ? SIDE - dam : dam;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("depth", "m", 1.5, 3.5).within(0.1, 5),
            Parameter.of("depth before", "m", 0.1, 0.8).within(0, 5),
            Parameter.of("dam", "m", 1.5, 3).within(0.2, 6));
    return new SimulatedWorld("dam-break", parameters, Shot.of(SIDE), DamBreak::drawn);
  }

  private static DamBreak drawn(Values values, SplittableRandom random) {
    return new DamBreak(
        values.get("depth"), values.get("depth before"), values.get("dam"), random.nextBoolean());
  }

  ShallowWater water() {
    return water;
  }

  @Override
  public void advance(double seconds) {
    water.advance(seconds);
    front = furthest();
  }

  /** The furthest place, seen from the dam, where the water has risen. */
  private double furthest() {
    for (int k = 0; k < CELLS; k++) {
      int i = fromRight ? k : CELLS - 1 - k;
      if (water.depth[i] > low + 0.02 * step) {
        return water.place(i);
      }
    }
    return front;
  }

  @Override
  public void draw(Scene scene) {
    scene.ground(0xe6eef2);
    water.draw(scene, 0, FLOOR, 0x2878b8);
    scene.box("", -1, FLOOR, SIDE + 1, SIDE + 1, 0x6a5a4a);
  }

  @Override
  public void record(Truth truth) {
    water.record(truth);
    truth.scalar("front", "m", front);
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
