package org.orrery.workbench.worlds;

/**
 * A liquid in the plane: particles that carry mass and momentum, and a grid that keeps their volume
 * (affine particle-in-cell, Jiang et al. 2015). Each step gives the particles' momentum to the
 * grid, adds gravity and viscosity, finds the pressure under which no volume is lost, and moves the
 * particles along. Walls let the liquid slip. Places in m, y down; all sums are a metre of the
 * third dimension.
 */
final class Liquid {
  static final double DENSITY = 1000;
  private static final int FEWEST = 2;
  private static final int MOST = 40;

  private final Particles particles;
  private final Faces across;
  private final Faces down;
  private final Pressure pressure;
  private final Walls walls;
  private final Crowding crowding;
  private final Tank tank;
  private final double cell;
  private final double viscosity;
  private final double[] solved;
  private final double[] work;
  private double gravity;
  private double lastStep;

  /** Without liquid yet; gravity in m/s^2, viscosity (kinematic) in m^2/s. */
  Liquid(Tank tank, double gravity, double viscosity, Vessel vessel) {
    int columns = tank.columns();
    int rows = tank.rows();
    this.tank = tank;
    cell = tank.cell();
    this.gravity = gravity / cell;
    this.viscosity = viscosity / (cell * cell);
    particles = new Particles(tank);
    across = new Faces(columns + 1, rows, 0, 0.5);
    down = new Faces(columns, rows + 1, 0.5, 0);
    pressure = new Pressure(across, down, columns, rows);
    walls = new Walls(tank, vessel, across, down);
    crowding = new Crowding(particles, pressure, across, down, walls);
    solved = new double[pressure.full.length];
    work = new double[Math.max(across.mass.length, down.mass.length)];
  }

  Particles particles() {
    return particles;
  }

  /** In m/s^2, downwards. */
  double gravity() {
    return gravity * cell;
  }

  /** In s. */
  double lastStep() {
    return lastStep;
  }

  /** How full each cell is now, in the rows and columns of {@link Pressure#full}. */
  double[] full() {
    crowding.measure();
    return pressure.full;
  }

  /** Takes away a share of a particle and puts the rest at a place in m. */
  void shrink(int p, double share, double toX, double toY) {
    particles.area[p] *= 1 - share;
    walls.place(particles, p, tank.ownX(toX), tank.ownY(toY));
  }

  /** Breaks a law in the whole liquid, if it is one of those that a liquid can break. */
  boolean violate(Violation kind) {
    switch (kind) {
      case GRAVITY_FLIPS -> gravity = -gravity;
      case ENERGY_APPEARS -> {
        double kick = Math.sqrt(0.5 * Math.abs(gravity) * across.high);
        kick = sinks() ? -kick : kick;
        for (int p = 0; p < particles.count; p++) {
          particles.u[p] *= 1.5;
          particles.v[p] = 1.5 * particles.v[p] - kick;
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Whether its middle sinks: then a push upwards, which the floor holds back, would brake it. */
  private boolean sinks() {
    double momentum = 0;
    for (int p = 0; p < particles.count; p++) {
      momentum += particles.area[p] * particles.v[p];
    }
    return momentum > 0;
  }

  /** Moves on by {@code seconds} in as many steps as the fastest particle needs. */
  void advance(double seconds) {
    double fastest = particles.fastest() + Math.abs(gravity) * seconds / 2;
    double steps = Math.max(fastest, walls.fastest()) * seconds / walls.courant();
    int n = (int) Math.max(FEWEST, Math.min(MOST, Math.ceil(steps)));
    for (int i = 0; i < n; i++) {
      step(seconds / n);
    }
  }

  private void step(double seconds) {
    crowding.measure();
    pressure.mark();
    pressure.factorise();
    crowding.relieve();
    toGrid();
    forces(seconds);
    project();
    across.extend(2);
    down.extend(2);
    toParticles();
    walls.advance(seconds);
    move(seconds);
  }

  private void toGrid() {
    across.clear();
    down.clear();
    for (int p = 0; p < particles.count; p++) {
      across.give(
          particles.x[p],
          particles.y[p],
          particles.area[p],
          particles.u[p],
          particles.ux[p],
          particles.uy[p]);
      down.give(
          particles.x[p],
          particles.y[p],
          particles.area[p],
          particles.v[p],
          particles.vx[p],
          particles.vy[p]);
    }
    across.settle();
    down.settle();
  }

  /** The first step is half a kick: velocities are those of the middle of each step (leapfrog). */
  private void forces(double seconds) {
    double kick = gravity * (lastStep + seconds) / 2;
    lastStep = seconds;
    for (int k = 0; k < down.velocity.length; k++) {
      if (down.known(k)) {
        down.velocity[k] += kick;
      }
    }
    if (viscosity > 0) {
      int n = (int) Math.ceil(5 * viscosity * seconds);
      for (int i = 0; i < n; i++) {
        across.diffuse(viscosity * seconds / n, work);
        down.diffuse(viscosity * seconds / n, work);
      }
    }
    across.extend(1);
    down.extend(1);
    walls.hold();
  }

  private void project() {
    for (int k = 0; k < pressure.count; k++) {
      int c = pressure.cells[k];
      int a = pressure.faceLeft(c);
      int b = pressure.faceAbove(c);
      pressure.right[c] =
          across.flux(a) - across.flux(a + 1) + down.flux(b) - down.flux(b + down.wide);
    }
    pressure.solve(solved, 1e-3);
    pressure.push(solved);
  }

  private void toParticles() {
    for (int p = 0; p < particles.count; p++) {
      across.look(particles.x[p], particles.y[p]);
      particles.u[p] = across.found;
      particles.ux[p] = across.slopeX;
      particles.uy[p] = across.slopeY;
      down.look(particles.x[p], particles.y[p]);
      particles.v[p] = down.found;
      particles.vx[p] = down.slopeX;
      particles.vy[p] = down.slopeY;
    }
  }

  /** Along the grid's velocities by the midpoint rule. */
  private void move(double seconds) {
    for (int p = 0; p < particles.count; p++) {
      double middleX = particles.x[p] + seconds / 2 * particles.u[p];
      double middleY = particles.y[p] + seconds / 2 * particles.v[p];
      across.look(middleX, middleY);
      down.look(middleX, middleY);
      walls.move(particles, p, seconds * across.found, seconds * down.found);
    }
  }
}
