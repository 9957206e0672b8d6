package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A world made of parameters, a shot and a beginning; {@link Worlds} has ready ones.
 *
 * <pre>{@code
 * SimulatedWorld crash = Worlds.carCrash().set("speed", 5, 15).set("mass", 1200).frames(48).size(128);
 * Clip clip = crash.generate(7, 0);
 * float peak = clip.variable("deceleration").at(12, 0);   // m/s^2
 * }</pre>
 *
 * Every parameter is a variable of each clip as well, the same at all frames.
 *
 * @param name a short name; ids of clips begin with it
 * @param parameters what a clip draws, in this order
 * @param shot how it is filmed
 * @param beginning how a clip begins
 */
public record SimulatedWorld(
    String name, List<Parameter> parameters, Shot shot, Beginning beginning) implements World {

  /** How a clip begins. */
  @FunctionalInterface
  public interface Beginning {

    /** A motion with these values; what else is by chance is drawn from random. */
    Motion start(Values values, SplittableRandom random);
  }

  /** Refuses two parameters of one name. */
  public SimulatedWorld {
    parameters = List.copyOf(parameters);
    List<String> names = parameters.stream().map(Parameter::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException(
          "%s needs parameters of different names; received %s".formatted(name, names));
    }
  }

  /** The same world with a parameter drawn from another range. */
  public SimulatedWorld set(String parameter, double low, double high) {
    Parameter old = parameter(parameter);
    List<Parameter> changed = new ArrayList<>(parameters);
    changed.set(parameters.indexOf(old), old.range(low, high));
    return new SimulatedWorld(name, changed, shot, beginning);
  }

  /** The same world with one value for a parameter. */
  public SimulatedWorld set(String parameter, double value) {
    return set(parameter, value, value);
  }

  /** The same world with clips of {@code n} frames. */
  public SimulatedWorld frames(int n) {
    return new SimulatedWorld(name, parameters, shot.frames(n), beginning);
  }

  /** The same world filmed at {@code pixels} x {@code pixels}. */
  public SimulatedWorld size(int pixels) {
    return new SimulatedWorld(name, parameters, shot.size(pixels), beginning);
  }

  /** The same world filmed with so many frames a second. */
  public SimulatedWorld fps(double rate) {
    return new SimulatedWorld(name, parameters, shot.fps(rate), beginning);
  }

  @Override
  public Motion start(Values values, SplittableRandom random) {
    return beginning.start(values, random);
  }

  @Override
  public String toString() {
    return describe();
  }
}
