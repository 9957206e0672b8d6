package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Splits a world by its parameters, so that what a model learned can be told from what it has seen.
 *
 * <pre>{@code
 * Holdout held = Holdout.of(Worlds.parabola())
 *     .gap("gravity", 9, 11)                                  // a hole inside the range
 *     .outside("speed", 11, 14)                               // beyond the range
 *     .combination("gravity", 11, 14, "radius", 0.7, 0.9);    // each known, never together
 * Clips.of(held.inside(), 1000);
 * Clips.of(held.gaps(), 200);
 * }</pre>
 */
public final class Holdout {
  private record Band(String name, Interval range) {
    boolean holds(Values values) {
      double value = values.get(name);
      return value >= range.low() && value <= range.high();
    }
  }

  private final World world;
  private final List<Band> gaps;
  private final List<Band> outsides;
  private final List<List<Band>> combinations;

  private Holdout(
      World world, List<Band> gaps, List<Band> outsides, List<List<Band>> combinations) {
    this.world = world;
    this.gaps = gaps;
    this.outsides = outsides;
    this.combinations = combinations;
  }

  /** Holds nothing back yet. */
  public static Holdout of(World world) {
    return new Holdout(world, List.of(), List.of(), List.of());
  }

  /** Holds back a part inside the range of a parameter. */
  public Holdout gap(String parameter, double low, double high) {
    Interval range = range(parameter);
    if (low <= range.low() || high >= range.high()) {
      throw new IllegalArgumentException(
          "a gap lies inside the range of %s, %s; received %s to %s"
              .formatted(parameter, range, low, high));
    }
    return new Holdout(world, and(gaps, band(parameter, low, high)), outsides, combinations);
  }

  /** Adds values of a parameter that are outside of its range. */
  public Holdout outside(String parameter, double low, double high) {
    Interval range = range(parameter);
    if (low < range.high() && high > range.low()) {
      throw new IllegalArgumentException(
          "values outside the range of %s, %s, are needed; received %s to %s"
              .formatted(parameter, range, low, high));
    }
    return new Holdout(world, gaps, and(outsides, band(parameter, low, high)), combinations);
  }

  /** Holds back two parameters' values together, while each alone is seen. */
  public Holdout combination(
      String first, double low1, double high1, String second, double low2, double high2) {
    range(first);
    range(second);
    List<Band> both = List.of(band(first, low1, high1), band(second, low2, high2));
    return new Holdout(world, gaps, outsides, and(combinations, both));
  }

  /** What a model may be trained on, and its in-distribution test. */
  public World inside() {
    return world.where(seen());
  }

  /** Clips with at least one value in a gap. */
  public World gaps() {
    Predicate<Values> inGap = values -> gaps.stream().anyMatch(gap -> gap.holds(values));
    return held(gaps, "gap").where(inGap);
  }

  /** Clips with two values that were never together. */
  public World combinations() {
    Predicate<Values> notInGap = values -> gaps.stream().noneMatch(gap -> gap.holds(values));
    Predicate<Values> together = values -> combinations.stream().anyMatch(c -> all(c, values));
    return held(combinations, "combination").where(notInGap.and(together));
  }

  /** Clips with the value of one parameter out of distribution and the others in it. */
  public World outside(String parameter) {
    Band band =
        outsides.stream()
            .filter(b -> b.name.equals(parameter))
            .findFirst()
            .orElseThrow(() -> nothing("outside of " + parameter));
    return RangedWorld.of(world, parameter, band.range).where(seen());
  }

  /**
   * Every part that is held back, by a name such as {@code gap}, {@code combination} or {@code
   * speed 0 to 0.8}.
   */
  public Map<String, World> parts() {
    Map<String, World> parts = new LinkedHashMap<>();
    if (!gaps.isEmpty()) {
      parts.put("gap", gaps());
    }
    if (!combinations.isEmpty()) {
      parts.put("combination", combinations());
    }
    for (Band band : outsides) {
      World beyond = RangedWorld.of(world, band.name, band.range).where(seen());
      parts.put("%s %s".formatted(band.name, band.range), beyond);
    }
    return parts;
  }

  /** The value of a parameter that a model may have seen and that is nearest to this one. */
  public double nearestSeen(String parameter, double value) {
    Interval range = range(parameter);
    double nearest = Math.max(range.low(), Math.min(range.high(), value));
    for (Band gap : gaps) {
      Interval hole = gap.range;
      if (gap.name.equals(parameter) && nearest > hole.low() && nearest < hole.high()) {
        return nearest - hole.low() < hole.high() - nearest ? hole.low() : hole.high();
      }
    }
    return nearest;
  }

  private Predicate<Values> seen() {
    return values ->
        gaps.stream().noneMatch(gap -> gap.holds(values))
            && combinations.stream().noneMatch(c -> all(c, values));
  }

  private World held(List<?> parts, String what) {
    if (parts.isEmpty()) {
      throw nothing(what);
    }
    return world;
  }

  private IllegalStateException nothing(String what) {
    return new IllegalStateException(
        "nothing is held back of %s as a %s: say what is to be".formatted(world.name(), what));
  }

  /** The range of a parameter that a model may have seen, gaps included. */
  public Interval range(String parameter) {
    return world.parameter(parameter).range();
  }

  private static Band band(String name, double low, double high) {
    return new Band(name, new Interval(low, high));
  }

  private static boolean all(List<Band> bands, Values values) {
    return bands.stream().allMatch(band -> band.holds(values));
  }

  private static <T> List<T> and(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return List.copyOf(more);
  }
}
