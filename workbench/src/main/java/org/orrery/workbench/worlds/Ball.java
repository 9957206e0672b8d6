package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/**
 * The moving ball: advanced from impact to impact, exactly. Only sums, products, quotients and
 * square roots move it, so that every platform computes the same bits.
 */
final class Ball {
  /**
   * A rebound lower than this (in m) is the end of a bounce: otherwise a frame has endless ones.
   */
  private static final double RESTING_HEIGHT = 1e-5;

  final double gravity;
  final double restitution;
  final double radius;
  double x;
  double y;
  double vx;
  double vy;
  private boolean resting;

  Ball(double gravity, double restitution, double radius, double[] place, double[] velocity) {
    this.gravity = gravity;
    this.restitution = restitution;
    this.radius = radius;
    this.x = place[0];
    this.y = place[1];
    this.vx = velocity[0];
    this.vy = velocity[1];
  }

  static Ball drawn(double g, double e, double radius, double maxSpeed, SplittableRandom random) {
    Interval inside = new Interval(radius, BouncingBall.BOX - radius);
    double[] place = {inside.draw(random), inside.draw(random)};
    double speed = maxSpeed * random.nextDouble();
    double angle = 2 * Math.PI * random.nextDouble();
    double[] velocity = {speed * StrictMath.cos(angle), speed * StrictMath.sin(angle)};
    return new Ball(g, e, radius, place, velocity);
  }

  /** Moves on by {@code seconds}; true if a wall touched the ball meanwhile. */
  boolean advance(double seconds) {
    boolean touched = resting;
    double left = seconds;
    while (true) {
      double side = timeToSide();
      double floor = timeToFloor();
      double ceiling = timeToCeiling();
      double next = Math.min(side, Math.min(floor, ceiling));
      if (next > left) {
        fly(left);
        return touched;
      }
      fly(next);
      left -= next;
      touched = true;
      if (next == side) {
        x = vx > 0 ? high() : radius;
        vx = -restitution * vx;
      }
      if (next == floor) {
        land();
      } else if (next == ceiling) {
        y = radius;
        vy = -restitution * vy;
      }
    }
  }

  /** Kinetic plus potential energy above the floor of the box, in J/kg. */
  double energy() {
    return 0.5 * (vx * vx + vy * vy) + gravity * (BouncingBall.BOX - y);
  }

  private void fly(double t) {
    double g = resting ? 0 : gravity;
    x = inside(x + vx * t);
    y = inside(y + vy * t + 0.5 * g * t * t);
    vy += g * t;
  }

  private void land() {
    y = high();
    vy = -restitution * vy;
    if (vy * vy < 2 * gravity * RESTING_HEIGHT) {
      vy = 0;
      resting = true;
    }
  }

  private double timeToSide() {
    if (vx == 0) {
      return Double.POSITIVE_INFINITY;
    }
    return ((vx > 0 ? high() : radius) - x) / vx;
  }

  /** The later root of high - y = vy t + g t^2 / 2, in the form that loses no digits. */
  private double timeToFloor() {
    double gap = high() - y;
    if (resting || (gravity == 0 && vy <= 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double impact = Math.sqrt(vy * vy + 2 * gravity * gap);
    return vy > 0 ? 2 * gap / (vy + impact) : (impact - vy) / gravity;
  }

  /** The earlier root of y - radius = -vy t - g t^2 / 2, if the ball climbs that far. */
  private double timeToCeiling() {
    double gap = y - radius;
    double square = vy * vy - 2 * gravity * gap;
    if (vy >= 0 || square <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    return 2 * gap / (Math.sqrt(square) - vy);
  }

  private double high() {
    return BouncingBall.BOX - radius;
  }

  private double inside(double place) {
    return Math.max(radius, Math.min(high(), place));
  }
}
