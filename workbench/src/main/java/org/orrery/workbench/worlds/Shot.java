package org.orrery.workbench.worlds;

/**
 * How a world is filmed.
 *
 * @param frames frames in a clip
 * @param size height and width of a frame in pixels
 * @param fps frames a second
 * @param metres what a frame is high and wide in the world
 * @param channels 1 (grey) or 3 (red, green, blue)
 */
public record Shot(int frames, int size, double fps, double metres, int channels) {

  /** Refuses what cannot be filmed. */
  public Shot {
    require(frames >= 1, "at least 1 frame", frames);
    require(size >= 8 && size <= 4096, "a size of 8 to 4096 pixels", size);
    require(fps > 0 && fps <= 1e6, "frames a second above 0, up to a million", fps);
    require(metres > 0 && metres < 1e12, "a frame that shows more than 0 m", metres);
    require(channels == 1 || channels == 3, "1 or 3 channels", channels);
  }

  /** 32 coloured frames of 64 x 64 pixels at 25 frames a second, {@code metres} wide. */
  public static Shot of(double metres) {
    return new Shot(32, 64, 25, metres, 3);
  }

  /** The same shot with another number of frames. */
  public Shot frames(int n) {
    return new Shot(n, size, fps, metres, channels);
  }

  /** The same shot in another number of pixels a side. */
  public Shot size(int pixels) {
    return new Shot(frames, pixels, fps, metres, channels);
  }

  /** The same shot with so many frames a second. */
  public Shot fps(double rate) {
    return new Shot(frames, size, rate, metres, channels);
  }

  double pixelsPerMetre() {
    return size / metres;
  }

  @Override
  public String toString() {
    return "%d frames of %dx%d at %s fps".formatted(frames, size, size, Interval.show(fps));
  }

  private static void require(boolean right, String expected, Object received) {
    if (!right) {
      throw new IllegalArgumentException(
          "a world is filmed with %s; received %s".formatted(expected, received));
    }
  }
}
