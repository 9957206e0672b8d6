package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A block of jelly that is dropped on a round peg and onto the floor. */
final class Jelly implements Motion {
  private static final double SIDE = 3;
  private static final double FLOOR = 2.7;
  private static final int COLUMNS = 9;
  private static final int ROWS = 7;
  private static final int STEPS = 40;
  private static final double[] STILL = {0, 0, 0};

  private final Fabric fabric;
  private final double pegX;
  private final double pegY;
  private final double pegRadius;
  private final double friction;
  private boolean ghost;

  private Jelly(Values values, SplittableRandom random) {
    fabric = new Fabric(COLUMNS * ROWS, values.get("gravity"), values.get("damping"));
    friction = values.get("friction");
    pegRadius = values.get("peg radius");
    pegX = SIDE / 2;
    pegY = 1.9;
    double spacing = 1.0 / (COLUMNS - 1);
    double left = SIDE / 2 - 0.5 + new Interval(-0.2, 0.2).draw(random);
    double turn = new Interval(-0.4, 0.4).draw(random);
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      int row = i / COLUMNS;
      double x = spacing * (i % COLUMNS) - 0.5;
      double y = spacing * row - 0.35;
      fabric.place[i][0] = left + 0.5 + cos * x - sin * y;
      fabric.place[i][1] = 0.75 + sin * x + cos * y;
      fabric.inverseMass[i] = COLUMNS * ROWS / values.get("mass");
    }
    join(1 / values.get("stiffness"));
  }

  /** Neighbours in the order share no particle, as {@link Fabric#link} asks. */
  private void join(double compliance) {
    for (int parity = 0; parity < 2; parity++) {
      for (int i = 0; i < COLUMNS * ROWS; i++) {
        if (hasRight(i) && i % COLUMNS % 2 == parity) {
          fabric.link(i, i + 1, compliance, 1e9);
        }
      }
    }
    for (int i = 0; i + COLUMNS < COLUMNS * ROWS; i++) {
      fabric.link(i, i + COLUMNS, compliance, 1e9);
    }
    for (int i = 0; i + COLUMNS < COLUMNS * ROWS; i++) {
      if (hasRight(i)) {
        fabric.link(i, i + COLUMNS + 1, compliance, 1e9);
      }
    }
    for (int i = 0; i + COLUMNS < COLUMNS * ROWS; i++) {
      if (hasRight(i)) {
        fabric.link(i + 1, i + COLUMNS, compliance, 1e9);
      }
    }
    for (int parity = 0; parity < 4; parity++) {
      for (int i = 0; i + COLUMNS < COLUMNS * ROWS; i++) {
        if (hasRight(i) && i % COLUMNS % 2 == parity % 2) {
          int third = i + COLUMNS;
          fabric.triangle(parity < 2 ? i : i + 1, parity < 2 ? i + 1 : third + 1, third, 1e-7);
        }
      }
    }
  }

  private static boolean hasRight(int i) {
    return i % COLUMNS + 1 < COLUMNS;
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("mass", "kg", 1, 3).within(0.01, 100),
            Parameter.of("stiffness", "N/m", 25, 150).within(1, 1e6),
            Parameter.of("damping", "1/s", 0.1, 0.6).within(0, 20),
            Parameter.of("friction", "", 0.1, 0.6).within(0, 1),
            Parameter.of("gravity", "m/s^2", 6, 12).within(0, 100),
            Parameter.of("peg radius", "m", 0.15, 0.3).within(0.02, 0.5));
    return new SimulatedWorld("jelly", parameters, Shot.of(SIDE), Jelly::new);
  }

  @Override
  public void advance(double seconds) {
    fabric.advance(seconds, STEPS, STILL, this::keepOut);
  }

  /**
   * Moves a particle out of the peg and the floor, and holds back a share of its way along them.
   */
  private void keepOut(double[] place, double[] before) {
    double dx = place[0] - pegX;
    double dy = place[1] - pegY;
    double away = Math.sqrt(dx * dx + dy * dy);
    if (!ghost && away < pegRadius && away > 0) {
      double along = (dx * (place[1] - before[1]) - dy * (place[0] - before[0])) / away;
      double held = friction * along / away;
      place[0] = pegX + pegRadius * dx / away + held * dy;
      place[1] = pegY + pegRadius * dy / away - held * dx;
    }
    if (place[1] > FLOOR) {
      place[1] = FLOOR;
      place[0] -= friction * (place[0] - before[0]);
    }
  }

  @Override
  public void draw(Scene scene) {
    scene
        .ground(0xf0ece0)
        .box("", -1, FLOOR, SIDE + 1, SIDE + 1, 0x8a8070)
        .disc("", pegX, pegY, pegRadius, 0x505868)
        .box("", pegX - 0.05, pegY, pegX + 0.05, FLOOR, 0x505868);
    int n = 2 * (COLUMNS + ROWS) - 4;
    double[] x = new double[n];
    double[] y = new double[n];
    for (int k = 0; k < n; k++) {
      int i = rim(k);
      x[k] = fabric.place[i][0];
      y[k] = fabric.place[i][1];
    }
    scene.polygon("jelly", x, y, 0x38a860);
    for (int row = 1; row + 1 < ROWS; row += 2) {
      for (int column = 1; column + 1 < COLUMNS; column += 3) {
        double[] place = fabric.place[row * COLUMNS + column];
        scene.disc("jelly", place[0], place[1], 0.045, 0x206a3c);
      }
    }
  }

  /** The particles of the rim, clockwise from the top-left one. */
  private static int rim(int k) {
    if (k < COLUMNS) {
      return k;
    }
    if (k < COLUMNS + ROWS - 1) {
      return (k - COLUMNS + 1) * COLUMNS + COLUMNS - 1;
    }
    if (k < 2 * COLUMNS + ROWS - 2) {
      return ROWS * COLUMNS - 2 - (k - COLUMNS - ROWS + 1);
    }
    return (2 * COLUMNS + 2 * ROWS - 4 - k) * COLUMNS;
  }

  @Override
  public void record(Truth truth) {
    double[] middle = fabric.middle();
    truth
        .point("position", "m", middle[0], middle[1])
        .point("momentum", "kg m/s", middle[3], middle[4])
        .scalar("area", "m^2", fabric.area())
        .scalar("squash", "m", fabric.distance(0, COLUMNS * ROWS - 1))
        .scalar("energy", "J", fabric.kinetic() + fabric.potential(FLOOR));
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    switch (kind) {
      case PASSES_THROUGH -> ghost = true;
      case GRAVITY_FLIPS -> {
        return fabric.flip();
      }
      case ENERGY_APPEARS -> fabric.toss(5);
      default -> {
        return false;
      }
    }
    return true;
  }
}
