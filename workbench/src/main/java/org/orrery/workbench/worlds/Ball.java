package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/**
 * The moving ball: advanced from impact to impact, exactly. Only sums, products, quotients and
 * square roots move it, so that every platform computes the same bits.
 */
final class Ball implements Motion {
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
  private boolean touched;

  /** Gravity has turned round: then y and vy are counted from the bottom of the box upwards. */
  private boolean upsideDown;

  private boolean ghost;

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

  @Override
  public void advance(double seconds) {
    touched = move(seconds);
  }

  @Override
  public void draw(Scene scene) {
    scene.disc("ball", x, upsideDown ? BouncingBall.BOX - y : y, radius, 0xffffff);
  }

  @Override
  public void record(Truth truth) {
    truth
        .point("position", "m", x, upsideDown ? BouncingBall.BOX - y : y)
        .point("velocity", "m/s", vx, upsideDown ? -vy : vy)
        .scalar("gravity", "m/s^2", upsideDown ? -gravity : gravity)
        .scalar("contact", "", touched ? 1 : 0)
        .scalar("energy", "J/kg", energy());
  }

  @Override
  public boolean violate(Violation kind, SplittableRandom random) {
    switch (kind) {
      case TELEPORTS -> jump(random);
      case PASSES_THROUGH -> ghost = true;
      case ENERGY_APPEARS -> {
        vx *= 1.7;
        vy *= 1.7;
      }
      case GRAVITY_FLIPS -> {
        if (gravity == 0) {
          return false;
        }
        upsideDown = true;
        resting = false;
        y = BouncingBall.BOX - y;
        vy = -vy;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** To a place at least a quarter of the box away. */
  private void jump(SplittableRandom random) {
    Interval inside = new Interval(radius, high());
    double fromX = x;
    double fromY = y;
    do {
      x = inside.draw(random);
      y = inside.draw(random);
    } while (Math.max(Math.abs(x - fromX), Math.abs(y - fromY)) < (high() - radius) / 4);
    resting = false;
  }

  /** Moves on by {@code seconds}; true if a wall touched the ball meanwhile. */
  boolean move(double seconds) {
    boolean touched = resting;
    double left = seconds;
    if (ghost) {
      x += vx * seconds;
      y += vy * seconds + 0.5 * gravity * seconds * seconds;
      vy += gravity * seconds;
      return false;
    }
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
    double above = upsideDown ? -y : BouncingBall.BOX - y;
    return 0.5 * (vx * vx + vy * vy) + gravity * above;
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
