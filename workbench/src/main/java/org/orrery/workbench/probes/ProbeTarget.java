package org.orrery.workbench.probes;

/**
 * What to probe for, and from which latents.
 *
 * <pre>{@code
 * ProbeTarget.of("position")                  // from z_t
 * ProbeTarget.of("velocity").window(2)        // from [z_{t-1}, z_t]
 * ProbeTarget.of("gravity").freeFlight(8)     // from 8 consecutive latents without a bounce
 * }</pre>
 *
 * The target's value is that of the window's last frame. Windows begin at latent 1, since latent 0
 * has seen one frame only. A variable in radians is probed as (sin, cos).
 *
 * @param variable the name of a variable of the clips
 * @param window how many consecutive latents the probe sees
 * @param freeFlight whether only windows are used in which the clips' {@code contact} is 0
 */
public record ProbeTarget(String variable, int window, boolean freeFlight) {

  /** Refuses an empty window. */
  public ProbeTarget {
    if (variable.isBlank() || window < 1) {
      throw new IllegalArgumentException(
          "a probe needs a variable and a window of at least 1 latent; received \"%s\" and %d"
              .formatted(variable, window));
    }
  }

  /** The variable, read from a single latent. */
  public static ProbeTarget of(String variable) {
    return new ProbeTarget(variable, 1, false);
  }

  /** The same variable, read from {@code latents} consecutive latents side by side. */
  public ProbeTarget window(int latents) {
    return new ProbeTarget(variable, latents, freeFlight);
  }

  /**
   * The same variable, read from {@code latents} consecutive latents that saw no bounce: latents t
   * to t+n-1 see frames t-1 to t+n-1, so no contact may happen after frame t-1, up to frame t+n-1.
   * A bounce flips the velocity, and with it what is linear in the acceleration.
   */
  public ProbeTarget freeFlight(int latents) {
    return new ProbeTarget(variable, latents, true);
  }

  /** The latents the probe sees, as a formula. */
  public String latents() {
    String from =
        switch (window) {
          case 1 -> "z_t";
          case 2 -> "[z_t-1, z_t]";
          default -> "[z_t-" + (window - 1) + " .. z_t]";
        };
    return freeFlight ? from + ", free flight" : from;
  }

  @Override
  public String toString() {
    return variable + " from " + latents();
  }
}
