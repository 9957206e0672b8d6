package org.orrery.workbench.training;

import java.util.random.RandomGenerator;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * Moves all frames of a window by one offset; what comes in repeats the border.
 *
 * @param most largest offset along each axis in pixels
 */
record Shift(int most) implements Augmentation {

  Shift {
    if (most < 0) {
      throw new IllegalArgumentException("shift(%d): expected 0 pixels or more".formatted(most));
    }
  }

  @Override
  public Clip apply(Clip window, RandomGenerator random) {
    return move(window, random.nextInt(-most, most + 1), random.nextInt(-most, most + 1));
  }

  /** The window moved to the right and down. */
  static Clip move(Clip window, int right, int down) {
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
            to[i] = from[plane + inside(y - down, h) * w + inside(x - right, w)];
          }
          return to;
        },
        variable -> moved(window, variable, right, down));
  }

  private static int inside(int place, int size) {
    return Math.max(0, Math.min(size - 1, place));
  }

  private static Variable moved(Clip window, Variable variable, int right, int down) {
    if (!Windowed.isPlace(variable)) {
      return variable;
    }
    float[][] values = variable.values();
    for (int axis = 0; axis < variable.components().size(); axis++) {
      String name = variable.components().get(axis);
      int pixels = name.equals("x") ? right : name.equals("y") ? down : 0;
      for (float[] row : values) {
        row[axis] += pixels == 0 ? 0 : (float) Windowed.size(window, variable, pixels);
      }
    }
    return new Variable(variable.name(), variable.unit(), variable.components(), values);
  }

  @Override
  public String toString() {
    return "shift(%d)".formatted(most);
  }
}
