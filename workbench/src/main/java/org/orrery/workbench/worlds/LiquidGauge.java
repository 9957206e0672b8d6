package org.orrery.workbench.worlds;

/** What is measured of a liquid, a metre of its third dimension; places in m, y down. */
final class LiquidGauge {
  private static final int GAUGES = 5;

  private final Liquid liquid;
  private final Particles particles;
  private final Tank tank;
  private final double[] depth;

  LiquidGauge(Liquid liquid, Tank tank) {
    this.liquid = liquid;
    this.particles = liquid.particles();
    this.tank = tank;
    depth = new double[tank.columns()];
  }

  /** The liquid above each column's middle if it were packed on the floor, in m. */
  double[] depths() {
    java.util.Arrays.fill(depth, 0);
    for (int p = 0; p < particles.count; p++) {
      double place = particles.x[p] - 0.5;
      int i = (int) Math.floor(place);
      double share = place - i;
      double high = particles.area[p] * tank.cell();
      depth[Math.max(0, i)] += (1 - share) * high;
      depth[Math.min(depth.length - 1, i + 1)] += share * high;
    }
    return depth;
  }

  /** In m^2. */
  double volume() {
    double sum = 0;
    for (int p = 0; p < particles.count; p++) {
      sum += particles.area[p];
    }
    return sum * tank.cell() * tank.cell();
  }

  /**
   * Against the floor of the tank, in J/m, at the moment to which the velocities belong: leapfrog
   * has them half a step before the places.
   */
  double potential() {
    double sum = 0;
    for (int p = 0; p < particles.count; p++) {
      sum +=
          particles.area[p]
              * (tank.rows() - particles.y[p] + particles.v[p] * liquid.lastStep() / 2);
    }
    return Liquid.DENSITY * liquid.gravity() * sum * tank.cell() * tank.cell() * tank.cell();
  }

  /** In J/m. */
  double kinetic() {
    double area = tank.cell() * tank.cell();
    double sum = 0;
    for (int p = 0; p < particles.count; p++) {
      sum +=
          particles.area[p] * (particles.u[p] * particles.u[p] + particles.v[p] * particles.v[p]);
    }
    return Liquid.DENSITY / 2 * sum * area * area;
  }

  void record(Truth truth) {
    double[] gauges = new double[GAUGES];
    double[] all = depths();
    for (int i = 0; i < GAUGES; i++) {
      gauges[i] = all[(2 * i + 1) * all.length / (2 * GAUGES)];
    }
    double mass = 0;
    double mx = 0;
    double my = 0;
    double px = 0;
    double py = 0;
    double highest = tank.rows();
    for (int p = 0; p < particles.count; p++) {
      double m = particles.area[p];
      mass += m;
      mx += m * particles.x[p];
      my += m * particles.y[p];
      px += m * particles.u[p];
      py += m * particles.v[p];
      highest = Math.min(highest, particles.y[p]);
    }
    double cell = tank.cell();
    double scale = Liquid.DENSITY * cell * cell * cell;
    truth
        .point("position", "m", tank.left() + cell * mx / mass, tank.top() + cell * my / mass)
        .each("depth at gauges", "m", gauges)
        .scalar("highest", "m", tank.top() + cell * highest)
        .scalar("volume", "m^2", mass * cell * cell)
        .scalar("mass", "kg/m", Liquid.DENSITY * mass * cell * cell)
        .point("momentum", "kg/s", scale * px, scale * py)
        .scalar("kinetic energy", "J/m", kinetic())
        .scalar("energy", "J/m", kinetic() + potential());
  }
}
