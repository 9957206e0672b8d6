package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * One number that comes out of a clip: the extreme of a variable over some frames.
 *
 * <pre>{@code
 * Outcome.largest("deceleration")             // the peak of a crash, in m/s^2
 * Outcome.largestSize("top displacement")     // how far a building leans, to either side
 * Outcome.least("position", "y")              // the highest point of a ball: y points down
 * }</pre>
 *
 * @param variable the clip's variable, known at every frame
 * @param component the name of one of its components; that of the variable if it has one only
 * @param kind which extreme
 */
public record Outcome(String variable, String component, Kind kind) {

  /** Which extreme. */
  public enum Kind {
    /** The largest value. */
    LARGEST,
    /** The least value. */
    LEAST,
    /** The largest absolute value. */
    LARGEST_SIZE
  }

  /** The largest value of a variable of one number. */
  public static Outcome largest(String variable) {
    return new Outcome(variable, variable, Kind.LARGEST);
  }

  /** The largest absolute value of a variable of one number. */
  public static Outcome largestSize(String variable) {
    return new Outcome(variable, variable, Kind.LARGEST_SIZE);
  }

  /** The least value of a component. */
  public static Outcome least(String variable, String component) {
    return new Outcome(variable, component, Kind.LEAST);
  }

  /** The outcome of one value a frame. */
  double of(double[] values) {
    return switch (kind) {
      case LARGEST -> Arrays.stream(values).max().orElseThrow();
      case LEAST -> Arrays.stream(values).min().orElseThrow();
      case LARGEST_SIZE -> Arrays.stream(values).map(Math::abs).max().orElseThrow();
    };
  }

  /** The variable's value at frames {@code from} to {@code to}. */
  double[] values(Clip clip, int from, int to) {
    Variable told = clip.variable(variable);
    int column = column(clip.id(), told.components());
    double[] values = new double[to - from];
    for (int t = from; t < to; t++) {
      values[t - from] = told.at(t, column);
    }
    return values;
  }

  String unit(Clip clip) {
    return clip.variable(variable).unit();
  }

  private int column(String clip, List<String> components) {
    int column = components.indexOf(component);
    if (column < 0) {
      throw new IllegalArgumentException(
          "%s of clip %s has the components %s; \"%s\" was asked for"
              .formatted(variable, clip, components, component));
    }
    return column;
  }

  @Override
  public String toString() {
    String which = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return "%s %s%s".formatted(which, variable, component.equals(variable) ? "" : " " + component);
  }
}
