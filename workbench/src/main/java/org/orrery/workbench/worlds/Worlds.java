package org.orrery.workbench.worlds;

/** The worlds there are. */
public final class Worlds {
  private Worlds() {}

  /** A ball under gravity that bounces off the four walls of a box. */
  public static BouncingBall bouncingBall() {
    return BouncingBall.standard();
  }
}
