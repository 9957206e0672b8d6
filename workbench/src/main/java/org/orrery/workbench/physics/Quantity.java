package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.orrery.workbench.probes.ProbeTarget;

/**
 * What can be measured in decoded frames of one thing in flight, and how it is probed.
 *
 * @param name of the quantity
 * @param variable of the clips that holds its truth
 * @param component of that variable
 * @param window latents that its probe reads; of several, only those in free flight
 * @param measured its value in a fitted flight
 */
record Quantity(
    String name, String variable, int component, int window, ToDoubleFunction<FlightFit> measured) {
  static final List<Quantity> ALL =
      List.of(
          new Quantity("gravity", "gravity", 0, 4, FlightFit::gravity),
          new Quantity("position x", "position", 0, 1, FlightFit::x),
          new Quantity("position y", "position", 1, 1, FlightFit::y),
          new Quantity("velocity x", "velocity", 0, 1, FlightFit::velocityX),
          new Quantity("velocity y", "velocity", 1, 1, FlightFit::velocityY),
          new Quantity("radius", "radius", 0, 1, FlightFit::radius));

  static Quantity of(String name) {
    return ALL.stream()
        .filter(quantity -> quantity.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "steering of \"%s\" cannot be measured in decoded frames; expected one of %s"
                        .formatted(
                            name,
                            ALL.stream().map(Quantity::name).collect(Collectors.joining(", ")))));
  }

  /** The same; a law is read from at least so many latents, as it shows only over time. */
  Quantity over(int latents) {
    int wider = window == 1 ? 1 : Math.max(window, latents);
    return new Quantity(name, variable, component, wider, measured);
  }

  ProbeTarget target() {
    ProbeTarget target = ProbeTarget.of(variable);
    return window == 1 ? target : target.freeFlight(window);
  }

  double in(FlightFit fit) {
    return measured.applyAsDouble(fit);
  }
}
