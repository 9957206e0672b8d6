package org.orrery.workbench.physics;

import org.orrery.workbench.clips.Clip;

/**
 * Frames and masks at a fraction of their size, each new pixel interpolated linearly between the
 * four that are around its centre, as OpenCV's resize does unless told.
 */
final class Shrunk {
  private Shrunk() {}

  /** Frame t in 0..255, [channel * height * width] of the new size. */
  static int[] frame(Clip clip, int t, int factor) {
    byte[] frame = clip.frame(t);
    int[] values = new int[frame.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = frame[i] & 0xff;
    }
    return shrunk(values, clip.channels(), clip.height(), clip.width(), factor);
  }

  /** Masks of 0 and 1, in which a new pixel is set when more than half of it is. */
  static byte[][] masks(byte[][] masks, int height, int width, int factor) {
    if (factor == 1) {
      return masks;
    }
    byte[][] result = new byte[masks.length][];
    for (int t = 0; t < masks.length; t++) {
      int[] values = new int[masks[t].length];
      for (int i = 0; i < values.length; i++) {
        values[i] = 255 * masks[t][i];
      }
      int[] small = shrunk(values, 1, height, width, factor);
      result[t] = new byte[small.length];
      for (int i = 0; i < small.length; i++) {
        result[t][i] = (byte) (small[i] > 127 ? 1 : 0);
      }
    }
    return result;
  }

  private static int[] shrunk(int[] values, int channels, int height, int width, int factor) {
    int rows = Math.max(1, height / factor);
    int columns = Math.max(1, width / factor);
    int[] result = new int[channels * rows * columns];
    for (int i = 0; i < result.length; i++) {
      int plane = i / (rows * columns) * height * width;
      double y = place(i / columns % rows, (double) height / rows, height);
      double x = place(i % columns, (double) width / columns, width);
      int top = (int) y;
      int left = (int) x;
      int below = Math.min(height - 1, top + 1) * width;
      int right = Math.min(width - 1, left + 1);
      double upper =
          mixed(values[plane + top * width + left], values[plane + top * width + right], x - left);
      double lower = mixed(values[plane + below + left], values[plane + below + right], x - left);
      result[i] = (int) Math.floor(mixed(upper, lower, y - top) + 0.5);
    }
    return result;
  }

  private static double place(int at, double scale, int size) {
    return Math.max(0, Math.min(size - 1, (at + 0.5) * scale - 0.5));
  }

  private static double mixed(double a, double b, double share) {
    return a + share * (b - a);
  }
}
