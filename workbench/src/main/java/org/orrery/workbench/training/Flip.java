package org.orrery.workbench.training;

import java.util.Set;
import java.util.random.RandomGenerator;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * Mirrors a window and its labels.
 *
 * @param horizontal left to right; otherwise top to bottom
 */
record Flip(boolean horizontal) implements Augmentation {

  /** What a world has whichever way it is turned. */
  private static final Set<String> SAME_BOTH_WAYS =
      Set.of("radius", "length", "mass", "stiffness", "damping", "drag");

  @Override
  public Clip apply(Clip window, RandomGenerator random) {
    return random.nextBoolean() ? mirror(window) : window;
  }

  Clip mirror(Clip window) {
    int h = window.height();
    int w = window.width();
    byte[] to = new byte[window.channels() * h * w];
    return Windowed.map(
        window,
        (t, from) -> {
          for (int i = 0; i < to.length; i++) {
            int x = i % w;
            int y = i / w % h;
            int plane = i - x - y * w;
            to[i] = from[plane + (horizontal ? y * w + w - 1 - x : (h - 1 - y) * w + x)];
          }
          return to;
        },
        variable -> mirror(window, variable));
  }

  private Variable mirror(Clip window, Variable variable) {
    int axis = variable.components().indexOf(horizontal ? "x" : "y");
    float[][] values = variable.values();
    if (axis >= 0 && Windowed.isPlace(variable)) {
      double size = Windowed.size(window, variable, horizontal ? window.width() : window.height());
      for (float[] row : values) {
        row[axis] = (float) (size - row[axis]);
      }
    } else if (axis >= 0) {
      for (float[] row : values) {
        row[axis] = -row[axis];
      }
    } else if (variable.unit().startsWith("rad") || isGravity(variable)) {
      for (float[] row : values) {
        for (int i = 0; i < row.length; i++) {
          row[i] = -row[i];
        }
      }
    } else if (!horizontal
        && !variable.unit().isEmpty()
        && !variable.components().contains("x")
        && !SAME_BOTH_WAYS.contains(variable.name())) {
      throw new IllegalArgumentException(
          "flipY() does not know what becomes of %s of clip %s when up and down change places: use flipX(), or train on clips without this variable"
              .formatted(variable, window.id()));
    }
    return new Variable(variable.name(), variable.unit(), variable.components(), values);
  }

  /** Gravity is one number, positive downwards. */
  private boolean isGravity(Variable variable) {
    return !horizontal && variable.name().equals("gravity") && variable.components().size() == 1;
  }

  @Override
  public String toString() {
    return horizontal ? "flipX()" : "flipY()";
  }
}
