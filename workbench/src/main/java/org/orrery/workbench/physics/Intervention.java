package org.orrery.workbench.physics;

import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.orrery.workbench.worlds.Interval;
import org.orrery.workbench.worlds.Parameter;
import org.orrery.workbench.worlds.World;

/**
 * What an exam changes in a world, and what is asked to come out.
 *
 * @param parameter whose value is changed
 * @param outcome what comes out
 */
record Intervention(String parameter, Outcome outcome) {
  private static final Map<String, Intervention> BY_WORLD =
      Map.of(
          "car-crash", new Intervention("speed", Outcome.largest("deceleration")),
          "building", new Intervention("wind", Outcome.largestSize("top displacement")),
          "bouncing-ball", new Intervention("gravity", Outcome.least("position", "y")));

  private static final double ASIDE = 0.5;

  static Optional<Intervention> in(World world) {
    return Optional.ofNullable(BY_WORLD.get(world.name()));
  }

  static String why(World world) {
    return "not applicable, because no intervention is chosen for %s (there are some for %s): ask by Physics.whatIf"
        .formatted(world.name(), String.join(", ", BY_WORLD.keySet().stream().sorted().toList()));
  }

  /** Both ends and the middle of the world's range; around a fixed value, half of it to a side. */
  double[] values(World world) {
    Parameter changed = world.parameter(parameter);
    Interval range = changed.range();
    double reach = range.high() > range.low() ? 0 : ASIDE * Math.abs(range.low());
    double low = Math.max(changed.limits().low(), range.low() - reach);
    double high = Math.min(changed.limits().high(), range.high() + reach);
    return DoubleStream.of(low, (low + high) / 2, high).distinct().toArray();
  }
}
