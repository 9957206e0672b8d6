package org.orrery.workbench.training;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.orrery.workbench.clips.Clip;

/**
 * Adds normal noise to every pixel.
 *
 * @param most largest deviation, in parts of full brightness
 */
record Noise(double most) implements Augmentation {

  Noise {
    if (!(most >= 0 && most <= 1)) {
      throw new IllegalArgumentException("noise(%s): expected 0 to 1".formatted(most));
    }
  }

  @Override
  public Clip apply(Clip window, RandomGenerator random) {
    double deviation = 255 * most * random.nextDouble();
    return Windowed.map(
        window,
        (t, frame) -> {
          for (int i = 0; i < frame.length; i++) {
            long noisy = Math.round((frame[i] & 0xff) + deviation * random.nextGaussian());
            frame[i] = (byte) Math.max(0, Math.min(255, noisy));
          }
          return frame;
        },
        UnaryOperator.identity());
  }

  @Override
  public String toString() {
    return "noise(%s)".formatted(most);
  }
}
