package org.orrery.workbench.physics;

import org.orrery.workbench.clips.Clip;

/**
 * What moves in a clip, frame by frame, as Physics-IQ masks it (Motamed et al. 2025, "Do generative
 * video models understand physical principles?", and the code that came with it).
 *
 * <p>Grey, smoothed by the binomial 5 x 5 kernel; a running average takes in three tenths of each
 * frame; what differs from it by more than 10 levels, opened and closed by a 5 x 5 square. The
 * first frame has nothing that moves. The masks are not sent through a lossy video as in the
 * original.
 */
final class MotionMask {
  private static final double ALPHA = 0.3;
  private static final int THRESHOLD = 10;
  private static final int REACH = 2;
  private static final int[] BINOMIAL = {1, 4, 6, 4, 1};

  private MotionMask() {}

  /** One mask a frame, [time][height * width], 0 or 1. */
  static byte[][] of(Clip clip) {
    int height = clip.height();
    int width = clip.width();
    byte[][] masks = new byte[clip.frames()][height * width];
    double[] average = new double[height * width];
    for (int t = 0; t < masks.length; t++) {
      int[] grey = smooth(grey(clip, t), height, width);
      for (int i = 0; i < grey.length; i++) {
        average[i] = t == 0 ? grey[i] : (1 - ALPHA) * average[i] + ALPHA * grey[i];
        masks[t][i] =
            (byte) (t > 0 && Math.abs(grey[i] - Math.rint(average[i])) > THRESHOLD ? 1 : 0);
      }
      masks[t] = most(least(masks[t], height, width), height, width);
      masks[t] = least(most(masks[t], height, width), height, width);
    }
    return masks;
  }

  /** By the weights of ITU-R BT.601. */
  private static int[] grey(Clip clip, int t) {
    byte[] frame = clip.frame(t);
    int pixels = clip.height() * clip.width();
    int[] grey = new int[pixels];
    for (int i = 0; i < pixels; i++) {
      int first = frame[i] & 0xff;
      grey[i] =
          clip.channels() == 1
              ? first
              : (int)
                  Math.rint(
                      0.299 * first
                          + 0.587 * (frame[pixels + i] & 0xff)
                          + 0.114 * (frame[2 * pixels + i] & 0xff));
    }
    return grey;
  }

  /** The frame is mirrored at its border pixels. */
  private static int[] smooth(int[] grey, int height, int width) {
    int[] rows = new int[grey.length];
    int[] smooth = new int[grey.length];
    for (int i = 0; i < grey.length; i++) {
      for (int k = -REACH; k <= REACH; k++) {
        rows[i] += BINOMIAL[k + REACH] * grey[i - i % width + mirrored(i % width + k, width)];
      }
    }
    for (int i = 0; i < grey.length; i++) {
      int sum = 0;
      for (int k = -REACH; k <= REACH; k++) {
        sum += BINOMIAL[k + REACH] * rows[mirrored(i / width + k, height) * width + i % width];
      }
      smooth[i] = (sum + 128) >> 8;
    }
    return smooth;
  }

  private static int mirrored(int at, int size) {
    if (size == 1) {
      return 0;
    }
    int inside = Math.abs(at);
    return inside < size ? inside : 2 * (size - 1) - inside;
  }

  /** Erosion; what is outside of the frame does not count. */
  private static byte[] least(byte[] mask, int height, int width) {
    return extreme(mask, height, width, 0);
  }

  /** Dilation. */
  private static byte[] most(byte[] mask, int height, int width) {
    return extreme(mask, height, width, 1);
  }

  private static byte[] extreme(byte[] mask, int height, int width, int winner) {
    byte[] result = new byte[mask.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        result[y * width + x] =
            (byte) (anyAround(mask, y, x, height, width, winner) ? winner : 1 - winner);
      }
    }
    return result;
  }

  private static boolean anyAround(byte[] mask, int y, int x, int height, int width, int value) {
    for (int row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
      for (int column = Math.max(0, x - REACH);
          column <= Math.min(width - 1, x + REACH);
          column++) {
        if (mask[row * width + column] == value) {
          return true;
        }
      }
    }
    return false;
  }
}
