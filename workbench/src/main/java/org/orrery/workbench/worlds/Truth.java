package org.orrery.workbench.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orrery.workbench.clips.Variable;

/** Collects the variables of a clip, frame by frame. */
public final class Truth {
  /** Units of velocities and of momenta, those of a metre of the third dimension too. */
  private static final Set<String> OF_MOTION = Set.of("m/s", "rad/s", "kg m/s", "kg/s", "kg m^2/s");

  private final Map<String, Rows> variables = new LinkedHashMap<>();
  private int frames;
  private double pace = 1;

  Truth() {}

  /** Adds one number. */
  public Truth scalar(String name, String unit, double value) {
    return vector(name, unit, List.of(name), value);
  }

  /** Adds a vector in the plane, with the components x and y. */
  public Truth point(String name, String unit, double x, double y) {
    return vector(name, unit, List.of("x", "y"), x, y);
  }

  /** Adds one vector a body: x1, y1, x2, y2 and so on. */
  public Truth points(String name, String unit, double[] x, double[] y) {
    List<String> components = new ArrayList<>();
    double[] values = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      components.add("x" + (i + 1));
      components.add("y" + (i + 1));
      values[2 * i] = x[i];
      values[2 * i + 1] = y[i];
    }
    return vector(name, unit, components, values);
  }

  /** Adds one number a body: the components are 1, 2 and so on. */
  public Truth each(String name, String unit, double... values) {
    List<String> components = new ArrayList<>();
    for (int i = 1; i <= values.length; i++) {
      components.add(Integer.toString(i));
    }
    return vector(name, unit, components, values);
  }

  /** Adds a vector with named components. */
  public Truth vector(String name, String unit, List<String> components, double... values) {
    Rows rows = variables.computeIfAbsent(name, n -> new Rows(unit, List.copyOf(components)));
    if (rows.values.size() != frames) {
      throw new IllegalArgumentException(
          "variable %s is told %s at frame %d; tell it once a frame, at every frame"
              .formatted(name, rows.values.size() > frames ? "twice" : "late", frames));
    }
    boolean paced = pace != 1 && OF_MOTION.contains(unit);
    float[] row = new float[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (paced ? 0 + pace * values[i] : values[i]);
    }
    rows.values.add(row);
    return this;
  }

  /** From here on velocities and momenta are so many times what is told: 0 of what stands still. */
  void pace(double share) {
    pace = share;
  }

  /** Ends a frame; refuses it if a variable was left out. */
  void endFrame() {
    frames++;
    variables.forEach(
        (name, rows) -> {
          if (rows.values.size() != frames) {
            throw new IllegalArgumentException(
                "variable %s is not told at frame %d; tell it at every frame"
                    .formatted(name, frames - 1));
          }
        });
  }

  List<Variable> variables() {
    List<Variable> result = new ArrayList<>();
    variables.forEach(
        (name, rows) ->
            result.add(
                new Variable(
                    name, rows.unit, rows.components, rows.values.toArray(float[][]::new))));
    return result;
  }

  private record Rows(String unit, List<String> components, List<float[]> values) {
    Rows(String unit, List<String> components) {
      this(unit, components, new ArrayList<>());
    }
  }
}
