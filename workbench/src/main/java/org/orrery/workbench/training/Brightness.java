package org.orrery.workbench.training;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.orrery.workbench.clips.Clip;

/**
 * Multiplies all pixels of a window with one factor.
 *
 * @param most how far the factor is from one at most, 0 to 1
 */
record Brightness(double most) implements Augmentation {

  Brightness {
    if (!(most >= 0 && most <= 1)) {
      throw new IllegalArgumentException("brightness(%s): expected 0 to 1".formatted(most));
    }
  }

  @Override
  public Clip apply(Clip window, RandomGenerator random) {
    double factor = 1 + most * (2 * random.nextDouble() - 1);
    return Windowed.map(
        window,
        (t, frame) -> {
          for (int i = 0; i < frame.length; i++) {
            frame[i] = (byte) Math.min(255, Math.round((frame[i] & 0xff) * factor));
          }
          return frame;
        },
        UnaryOperator.identity());
  }

  @Override
  public String toString() {
    return "brightness(%s)".formatted(most);
  }
}
