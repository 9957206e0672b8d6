package org.orrery.workbench.clips;

import java.util.Arrays;
import java.util.List;

/**
 * One physical variable of a clip, known at every frame.
 *
 * <pre>{@code
 * Variable g = Variable.constant("gravity", "m/s^2", 9.81f, 32);
 * Variable p = new Variable("position", "m", List.of("x", "y"), metres);   // metres: [time][2]
 * float y = p.at(3, 1);                                                    // y at frame 3
 * }</pre>
 *
 * A value may be NaN where it is not known (a frame without a tracked point); it is never infinite.
 *
 * @param name the variable's name, such as {@code position}
 * @param unit its unit, such as {@code m/s}; empty for a bare number
 * @param components names of the components, such as {@code x, y}
 * @param values values of shape [time][component]
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by content
public record Variable(String name, String unit, List<String> components, float[][] values) {

  /** Copies and checks the values; refuses empty, ragged and infinite ones. */
  public Variable {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a variable needs a name; received an empty one");
    }
    components = List.copyOf(components);
    if (components.isEmpty() || values.length == 0) {
      throw new IllegalArgumentException(
          "variable %s needs at least one component and one frame; received %d components and %d frames"
              .formatted(name, components.size(), values.length));
    }
    values = copy(values);
    for (int t = 0; t < values.length; t++) {
      checkRow(name, components, t, values[t]);
    }
  }

  /** A variable of one number a frame, given as [time]. */
  public static Variable scalar(String name, String unit, float[] values) {
    float[][] column = new float[values.length][];
    for (int t = 0; t < column.length; t++) {
      column[t] = new float[] {values[t]};
    }
    return new Variable(name, unit, List.of(name), column);
  }

  /** A variable of one number that stays the same in all {@code frames}. */
  public static Variable constant(String name, String unit, float value, int frames) {
    float[] values = new float[frames];
    Arrays.fill(values, value);
    return scalar(name, unit, values);
  }

  /** The number of frames. */
  public int frames() {
    return values.length;
  }

  /** The value of one component at one frame. */
  public float at(int frame, int component) {
    return values[frame][component];
  }

  /** A copy of all components at one frame, shape [component]. */
  public float[] at(int frame) {
    return values[frame].clone();
  }

  /** A copy of all values, shape [time][component]. */
  @Override
  public float[][] values() {
    return copy(values);
  }

  /** The same variable in frames {@code from} (inclusive) to {@code to} (exclusive). */
  public Variable slice(int from, int to) {
    return new Variable(name, unit, components, Arrays.copyOfRange(values, from, to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variable that
        && name.equals(that.name)
        && unit.equals(that.unit)
        && components.equals(that.components)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    String which = components.size() == 1 ? "" : " (" + String.join(", ", components) + ")";
    return name + which + (unit.isEmpty() ? "" : " [" + unit + "]");
  }

  private static float[][] copy(float[][] values) {
    float[][] copy = new float[values.length][];
    for (int t = 0; t < copy.length; t++) {
      copy[t] = values[t].clone();
    }
    return copy;
  }

  private static void checkRow(String name, List<String> components, int frame, float[] row) {
    if (row.length != components.size()) {
      throw new IllegalArgumentException(
          "variable %s has components %s, so every frame needs %d values; frame %d has %d"
              .formatted(name, components, components.size(), frame, row.length));
    }
    for (float value : row) {
      if (Float.isInfinite(value)) {
        throw new IllegalArgumentException(
            "variable %s is infinite at frame %d; a value must be finite, or NaN where it is not known"
                .formatted(name, frame));
      }
    }
  }
}
