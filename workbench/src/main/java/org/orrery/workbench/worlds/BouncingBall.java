package org.orrery.workbench.worlds;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A ball under gravity in a box of 6.4 m x 6.4 m, filmed from the side.
 *
 * <pre>{@code
 * BouncingBall world = Worlds.bouncingBall().gravity(1, 12).restitution(0.8).frames(48);
 * Clip clip = world.generate(7, 0);
 * float g = clip.variable("gravity").at(0, 0);         // m/s^2, positive is downwards
 * }</pre>
 *
 * Between impacts the ball follows its parabola exactly; a wall reverses the part of the velocity
 * that points into it and keeps the share {@code restitution} of it. Axes are those of the image: x
 * to the right and y down from the box's top-left corner, in metres. Each clip draws its gravity,
 * restitution and radius from their ranges, its place uniformly inside the box, its speed uniformly
 * from 0 to {@code speed} and its direction uniformly.
 *
 * <p>Variables at every frame: {@code position} (x, y) in m; {@code velocity} (x, y) in m/s, after
 * the impact if there is one; {@code gravity} in m/s^2; {@code contact}, 1 where a wall touched the
 * ball since the frame before, else 0; {@code energy}, kinetic plus potential above the floor of
 * the box, in J/kg; {@code restitution} and {@code radius} (m). Frames [time, 1, size, size] show a
 * white disc on black, each pixel as bright as the share of it that the disc covers.
 *
 * @param gravity range of the downward acceleration in m/s^2, not negative
 * @param restitution range of the share of speed that an impact keeps, 0 to 1
 * @param radius range of the ball's radius in m
 * @param speed the largest initial speed in m/s
 * @param frames frames in a clip
 * @param size height and width of a frame in pixels
 * @param fps frames a second; {@value #FPS} unless told
 */
public record BouncingBall(
    Interval gravity,
    Interval restitution,
    Interval radius,
    double speed,
    int frames,
    int size,
    double fps)
    implements World {
  /** The side of the box in metres. */
  public static final double BOX = 6.4;

  /** Frames a second, unless told. */
  public static final double FPS = 25;

  /** Refuses what cannot be simulated. */
  public BouncingBall {
    require(gravity.low() >= 0, "gravity in m/s^2, 0 or above (positive is downwards)", gravity);
    require(
        restitution.low() >= 0 && restitution.high() <= 1, "restitution in 0 to 1", restitution);
    require(radius.low() > 0 && radius.high() <= 3, "a radius in m, above 0, up to 3", radius);
    require(speed >= 0 && speed <= 1000, "a largest speed in m/s, 0 to 1000", speed);
    require(frames >= 1, "at least 1 frame", frames);
    require(size >= 8 && size <= 4096, "a size of 8 to 4096 pixels", size);
    require(fps > 0 && fps <= 1e6, "frames a second above 0, up to a million", fps);
  }

  static BouncingBall standard() {
    return new BouncingBall(
        new Interval(1, 12), new Interval(0.9, 0.9), new Interval(0.45, 0.45), 11.25, 32, 64, FPS);
  }

  /** The same world with gravity drawn from a range, in m/s^2; positive is downwards. */
  public BouncingBall gravity(double low, double high) {
    return new BouncingBall(new Interval(low, high), restitution, radius, speed, frames, size, fps);
  }

  /** The same world with one gravity, in m/s^2. */
  public BouncingBall gravity(double value) {
    return gravity(value, value);
  }

  /** The same world with the share of speed that an impact keeps drawn from a range. */
  public BouncingBall restitution(double low, double high) {
    return new BouncingBall(gravity, new Interval(low, high), radius, speed, frames, size, fps);
  }

  /** The same world with one restitution. */
  public BouncingBall restitution(double value) {
    return restitution(value, value);
  }

  /** The same world with the ball's radius drawn from a range, in m. */
  public BouncingBall radius(double low, double high) {
    return new BouncingBall(
        gravity, restitution, new Interval(low, high), speed, frames, size, fps);
  }

  /** The same world with one radius, in m. */
  public BouncingBall radius(double value) {
    return radius(value, value);
  }

  /** The same world with another largest initial speed, in m/s. */
  public BouncingBall speed(double max) {
    return new BouncingBall(gravity, restitution, radius, max, frames, size, fps);
  }

  /** The same world with clips of {@code n} frames. */
  public BouncingBall frames(int n) {
    return new BouncingBall(gravity, restitution, radius, speed, n, size, fps);
  }

  /** The same world filmed at {@code pixels} x {@code pixels}. */
  public BouncingBall size(int pixels) {
    return new BouncingBall(gravity, restitution, radius, speed, frames, pixels, fps);
  }

  /** The same world filmed at another rate, in frames a second. */
  public BouncingBall fps(double rate) {
    return new BouncingBall(gravity, restitution, radius, speed, frames, size, rate);
  }

  @Override
  public String name() {
    return "bouncing-ball";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("gravity", "m/s^2", gravity, new Interval(0, Double.MAX_VALUE), false),
        new Parameter("restitution", "", restitution, new Interval(0, 1), false),
        new Parameter("radius", "m", radius, new Interval(1e-6, 3), false));
  }

  @Override
  public Shot shot() {
    return new Shot(frames, size, fps, BOX, 1);
  }

  @Override
  public Motion start(Values values, SplittableRandom random) {
    return Ball.drawn(
        values.get("gravity"), values.get("restitution"), values.get("radius"), speed, random);
  }

  @Override
  public String describe() {
    return ("a bouncing ball: gravity %s m/s^2, restitution %s, radius %s m, speed up to %s m/s;"
            + " %d frames of %dx%d at %s fps")
        .formatted(
            gravity,
            restitution,
            radius,
            Interval.show(speed),
            frames,
            size,
            size,
            Interval.show(fps));
  }

  private static void require(boolean right, String expected, Object received) {
    if (!right) {
      throw new IllegalArgumentException(
          "a bouncing ball needs %s; received %s".formatted(expected, received));
    }
  }
}
