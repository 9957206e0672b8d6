package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/** A rod stirs two dyes in a square basin, seen from above. */
final class StirredDye implements Motion {
  static final double SIDE = 1;
  private static final int CELLS = 64;
  private static final int STEPS = 2;
  private static final double ROD = 0.035;

  private final Vorticity flow;
  private final double reach;
  private final double rate;
  private final double push;
  private double angle;
  private double[][] red = new double[CELLS + 1][CELLS + 1];
  private double[][] blue = new double[CELLS + 1][CELLS + 1];

  private StirredDye(Values values, SplittableRandom random) {
    flow = new Vorticity(CELLS, SIDE, values.get("viscosity"));
    reach = values.get("reach");
    rate = (random.nextBoolean() ? 1 : -1) * values.get("rate");
    push = values.get("push");
    angle = 2 * Math.PI * random.nextDouble();
    drop(red, random);
    drop(blue, random);
  }

  static SimulatedWorld world() {
    List<Parameter> parameters =
        List.of(
            Parameter.of("viscosity", "m^2/s", 1e-4, 2e-3).within(0, 1),
            Parameter.of("reach", "m", 0.15, 0.35).within(0, 0.45),
            Parameter.of("rate", "rad/s", 3, 7).within(0, 20),
            Parameter.of("push", "1/s", 10, 25).within(0, 100));
    return new SimulatedWorld("stirred-dye", parameters, Shot.of(SIDE), StirredDye::new);
  }

  private static void drop(double[][] dye, SplittableRandom random) {
    double x = 0.25 + 0.5 * random.nextDouble();
    double y = 0.25 + 0.5 * random.nextDouble();
    double radius = 0.1 + 0.08 * random.nextDouble();
    double soft = 1.5 * SIDE / CELLS;
    for (int i = 0; i <= CELLS; i++) {
      for (int j = 0; j <= CELLS; j++) {
        double dx = j * SIDE / CELLS - x;
        double dy = i * SIDE / CELLS - y;
        double beyond = (Math.sqrt(dx * dx + dy * dy) - radius) / soft;
        dye[i][j] = Math.max(0, Math.min(1, 0.5 - beyond));
      }
    }
  }

  @Override
  public void advance(double seconds) {
    double step = seconds / STEPS;
    for (int i = 0; i < STEPS; i++) {
      angle += rate * step;
      stir(step);
      flow.advance(step);
      red = sameMass(red, flow.carried(red, step, true));
      blue = sameMass(blue, flow.carried(blue, step, true));
    }
  }

  /** The rod drags the water around it towards its own velocity: adds the curl of that push. */
  private void stir(double step) {
    double[] at = rod();
    double vx = -rate * (at[1] - SIDE / 2);
    double vy = rate * (at[0] - SIDE / 2);
    for (int i = 1; i < CELLS; i++) {
      for (int j = 1; j < CELLS; j++) {
        double dx = j * SIDE / CELLS - at[0];
        double dy = i * SIDE / CELLS - at[1];
        double square = (dx * dx + dy * dy) / (ROD * ROD);
        if (square < 40) {
          double near = push * step * StrictMath.exp(-square / 2) / (ROD * ROD);
          flow.vorticity[i][j] += near * (-dx * vy + dy * vx);
        }
      }
    }
  }

  /** Carrying along loses a little: what is carried is brought to the mass it had. */
  private static double[][] sameMass(double[][] before, double[][] after) {
    double ratio = mass(before) / mass(after);
    scale(after, ratio);
    return after;
  }

  private static void scale(double[][] field, double factor) {
    for (double[] row : field) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
  }

  private static double mass(double[][] dye) {
    double sum = 0;
    for (double[] row : dye) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum * SIDE * SIDE / (CELLS * CELLS);
  }

  private double[] rod() {
    return new double[] {
      SIDE / 2 + reach * StrictMath.cos(angle), SIDE / 2 + reach * StrictMath.sin(angle)
    };
  }

  @Override
  public void draw(Scene scene) {
    double[] at = rod();
    scene.ground(this::colour, 1).disc("rod", at[0], at[1], ROD, 0x303030);
  }

  private void colour(double x, double y, double[] rgb) {
    double column = Math.max(0, Math.min(CELLS, x / SIDE * CELLS));
    double row = Math.max(0, Math.min(CELLS, y / SIDE * CELLS));
    double warm = Math.min(1, Interpolation.linear(red, row, column));
    double cold = Math.min(1, Interpolation.linear(blue, row, column));
    rgb[0] = (0.95 - 0.05 * warm) * (1 - 0.85 * cold);
    rgb[1] = (0.95 - 0.75 * warm) * (1 - 0.6 * cold);
    rgb[2] = (0.92 - 0.75 * warm) * (1 - 0.1 * cold);
  }

  @Override
  public void record(Truth truth) {
    double[] at = rod();
    double energy = 0;
    double enstrophy = 0;
    double area = SIDE * SIDE / (CELLS * CELLS);
    for (int i = 0; i <= CELLS; i++) {
      for (int j = 0; j <= CELLS; j++) {
        energy += 500 * area * (flow.u[i][j] * flow.u[i][j] + flow.v[i][j] * flow.v[i][j]);
        enstrophy += area * flow.vorticity[i][j] * flow.vorticity[i][j] / 2;
      }
    }
    double[] warm = middle(red);
    double[] cold = middle(blue);
    truth
        .point("position", "m", at[0], at[1])
        .point("velocity", "m/s", -rate * (at[1] - SIDE / 2), rate * (at[0] - SIDE / 2))
        .point("red dye", "m", warm[0], warm[1])
        .point("blue dye", "m", cold[0], cold[1])
        .each("dye", "m^2", mass(red), mass(blue))
        .scalar("energy", "J/m", energy)
        .scalar("enstrophy", "m^2/s^2", enstrophy);
  }

  private static double[] middle(double[][] dye) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i <= CELLS; i++) {
      for (int j = 0; j <= CELLS; j++) {
        sum += dye[i][j];
        x += dye[i][j] * j * SIDE / CELLS;
        y += dye[i][j] * i * SIDE / CELLS;
      }
    }
    return new double[] {x / sum, y / sum};
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    switch (kind) {
      case LOSES_VOLUME -> scale(red, 0.4);
      case ENERGY_APPEARS -> scale(flow.vorticity, 3);
      default -> {
        return false;
      }
    }
    return true;
  }
}
