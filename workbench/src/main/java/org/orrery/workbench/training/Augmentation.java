package org.orrery.workbench.training;

import java.util.random.RandomGenerator;
import org.orrery.workbench.clips.Clip;

/**
 * Changes a training window at random, and its labels with it, so that what the labels say of the
 * frames stays true.
 *
 * <pre>{@code
 * model.fineTune(clips).augment(Augmentation.flipX(), Augmentation.brightness(0.2)).run();
 * }</pre>
 */
public interface Augmentation {
  /** The window, changed as the random numbers say; the same numbers give the same window. */
  Clip apply(Clip window, RandomGenerator random);

  /**
   * Left and right change places in half of the windows. Places (a variable with component {@code
   * x} in m or px) are mirrored in the frame, other vectors' {@code x} and angles change their
   * sign.
   */
  static Augmentation flipX() {
    return new Flip(true);
  }

  /**
   * Up and down change places in half of the windows: as {@link #flipX()} along {@code y}, and
   * {@code gravity} changes its sign. A variable for which this is not known to be true, such as an
   * energy that counts from the floor, is refused.
   */
  static Augmentation flipY() {
    return new Flip(false);
  }

  /** All pixels of a window times one factor in 1 - most to 1 + most; labels stay. */
  static Augmentation brightness(double most) {
    return new Brightness(most);
  }

  /**
   * Normal noise on every pixel of every frame, of a deviation up to {@code most} in parts of full
   * brightness, drawn once a window; labels stay.
   */
  static Augmentation noise(double most) {
    return new Noise(most);
  }

  /**
   * All frames of a window moved by one offset of up to {@code most} pixels along each axis, the
   * border repeated; places move along.
   */
  static Augmentation shift(int most) {
    return new Shift(most);
  }
}
