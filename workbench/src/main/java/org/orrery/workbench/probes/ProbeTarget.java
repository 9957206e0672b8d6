package org.orrery.workbench.probes;

import java.util.Optional;

/**
 * What to probe for, and from which latents.
 *
 * <pre>{@code
 * ProbeTarget.of("position")                  // from z_t
 * ProbeTarget.of("velocity").window(2)        // from [z_{t-1}, z_t]
 * ProbeTarget.of("gravity").freeFlight(8)     // from 8 consecutive latents without a bounce
 * ProbeTarget.of("position").ahead(5)         // position at t+5, from z_t
 * ProbeTarget.of("contact").asClasses()       // which of its values, not how much
 * ProbeTarget.of("speed", clip -> speeds(clip)).weightedBy("confidence")
 * }</pre>
 *
 * The target's value is that of the window's last frame. Windows begin at latent 1, since latent 0
 * has seen one frame only. A variable in radians is probed as (sin, cos).
 *
 * @param variable the name of a variable of the clips, or of the function's target
 * @param window how many consecutive latents the probe sees
 * @param freeFlight whether only windows are used in which the clips' {@code contact} is 0
 * @param ahead frames from the window's last to the one whose value is asked; below 0 for the past
 * @param categorical whether the values are whole numbers that name classes
 * @param weight the name of a variable that weighs the samples; empty for none
 * @param function what computes the target, if no variable of the clips holds it
 */
public record ProbeTarget(
    String variable,
    int window,
    boolean freeFlight,
    int ahead,
    boolean categorical,
    String weight,
    Optional<TargetFunction> function) {

  /** Refuses an empty window. */
  public ProbeTarget {
    if (variable.isBlank() || window < 1) {
      throw new IllegalArgumentException(
          "a probe needs a variable and a window of at least 1 latent; received \"%s\" and %d"
              .formatted(variable, window));
    }
  }

  /** A variable of the clips at the window's last frame. */
  public ProbeTarget(String variable, int window, boolean freeFlight) {
    this(variable, window, freeFlight, 0, false, "", Optional.empty());
  }

  /** The variable, read from a single latent. */
  public static ProbeTarget of(String variable) {
    return new ProbeTarget(variable, 1, false);
  }

  /** What a function computes from a clip, read from a single latent. */
  public static ProbeTarget of(String name, TargetFunction function) {
    return new ProbeTarget(name, 1, false, 0, false, "", Optional.of(function));
  }

  /** The same variable, read from {@code latents} consecutive latents side by side. */
  public ProbeTarget window(int latents) {
    return new ProbeTarget(variable, latents, freeFlight, ahead, categorical, weight, function);
  }

  /**
   * The same variable, read from {@code latents} consecutive latents that saw no bounce: latents t
   * to t+n-1 see frames t-1 to t+n-1, so no contact may happen after frame t-1, up to frame t+n-1,
   * or up to the frame that is asked for if that is later. A bounce flips the velocity, and with it
   * what is linear in the acceleration.
   */
  public ProbeTarget freeFlight(int latents) {
    return new ProbeTarget(variable, latents, true, ahead, categorical, weight, function);
  }

  /** What the same latents know of the value {@code frames} later, or earlier if below 0. */
  public ProbeTarget ahead(int frames) {
    return new ProbeTarget(variable, window, freeFlight, frames, categorical, weight, function);
  }

  /** The values as names of classes: whole numbers of one component. */
  public ProbeTarget asClasses() {
    return new ProbeTarget(variable, window, freeFlight, ahead, true, weight, function);
  }

  /** The samples weighed by a variable of one component; weight 0 or NaN leaves a sample out. */
  public ProbeTarget weightedBy(String name) {
    return new ProbeTarget(variable, window, freeFlight, ahead, categorical, name, function);
  }

  /** The latents the probe sees, as a formula, and what sets it apart. */
  public String latents() {
    String from =
        switch (window) {
          case 1 -> "z_t";
          case 2 -> "[z_t-1, z_t]";
          default -> "[z_t-" + (window - 1) + " .. z_t]";
        };
    return from
        + (ahead == 0 ? "" : " at t%+d".formatted(ahead))
        + (freeFlight ? ", free flight" : "")
        + (categorical ? ", classes" : "")
        + (weight.isEmpty() ? "" : ", weighted by " + weight);
  }

  @Override
  public String toString() {
    return variable + " from " + latents();
  }
}
