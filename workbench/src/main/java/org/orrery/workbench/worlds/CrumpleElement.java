package org.orrery.workbench.worlds;

/**
 * A part that is pressed together: elastic up to its yield force, then plastic with linear
 * hardening. It presses only, as sheet metal against a barrier does.
 */
final class CrumpleElement {
  private final double stiffness;
  private final double yield;
  private final double hardening;
  private double plastic;
  private double absorbed;

  /** Stiffness and hardening in N/m, yield force in N. */
  CrumpleElement(double stiffness, double yield, double hardening) {
    this.stiffness = stiffness;
    this.yield = yield;
    this.hardening = hardening;
  }

  /**
   * The force in N at a compression in m; beyond the yield force the element gives way for good.
   */
  double press(double compression) {
    double trial = stiffness * (compression - plastic);
    if (trial <= 0) {
      return 0;
    }
    double limit = yield + hardening * plastic;
    if (trial > limit) {
      double more = (trial - limit) / (stiffness + hardening);
      absorbed += more * (limit + 0.5 * hardening * more);
      plastic += more;
    }
    return stiffness * (compression - plastic);
  }

  /** What it has been shortened by for good, in m. */
  double plastic() {
    return plastic;
  }

  /** The energy that went into the metal, in J. */
  double absorbed() {
    return absorbed;
  }

  /** The energy it would give back, in J. */
  double elastic(double compression) {
    double stretch = Math.max(0, compression - plastic);
    return 0.5 * stiffness * stretch * stretch;
  }
}
