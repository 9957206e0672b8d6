package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/**
 * What moves in one clip: it can go on, be looked at and tell the truth about itself.
 *
 * <pre>{@code
 * final class Swing implements Motion {
 *   double angle = 1, speed = 0;
 *   public void advance(double seconds) { speed -= 9.81 * angle * seconds; angle += speed * seconds; }
 *   public void draw(Scene scene) { scene.disc("bob", 1 + Math.sin(angle), Math.cos(angle), 0.1, 0xffffff); }
 *   public void record(Truth truth) { truth.scalar("angle", "rad", angle); }
 * }
 * }</pre>
 */
public interface Motion {

  /** Moves on by {@code seconds}. */
  void advance(double seconds);

  /** Draws what is there now, from back to front. */
  void draw(Scene scene);

  /** Tells every variable as it is now; the same ones each time. */
  void record(Truth truth);

  /**
   * Breaks a law of nature from now on, in the motion itself; returns false if this motion has no
   * way of its own to break it. {@link Violation} says what each kind means. Where gravity flips, a
   * parameter {@code gravity} is told with the other sign from then on.
   */
  default boolean violate(Violation kind, SplittableRandom random) {
    return false;
  }
}
