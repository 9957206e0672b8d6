package org.orrery.workbench.physics;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

/**
 * The instrument that finds a moving thing in a frame: the intensity centroid of the blob that
 * stands out most from the background.
 *
 * <p>Contrast is the distance of a pixel from the frame's median. Pixels above half the largest
 * contrast (after a 3 x 3 mean, so that one noisy pixel is no peak) form blobs; the one with the
 * most contrast is taken, and the centre is the mean place of its pixels weighted by their contrast
 * above that threshold. A frame in which nothing stands out by a tenth of the full scale has no
 * centre.
 *
 * @param x pixels from the left edge of the frame; pixel i covers i to i + 1
 * @param y pixels from the top edge
 */
record Centre(double x, double y) {
  private static final double FAINTEST = 0.1 * 255;

  /** The centre in a grey frame, [height * width]. */
  static Optional<Centre> in(byte[] grey, int height, int width) {
    float[] contrast = contrast(grey);
    double peak = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        peak = Math.max(peak, smooth(contrast, y, x, height, width));
      }
    }
    if (peak < FAINTEST) {
      return Optional.empty();
    }
    return Optional.of(strongestBlob(contrast, (float) (peak / 2), height, width));
  }

  double distance(Centre other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  Centre times(double factorX, double factorY) {
    return new Centre(x * factorX, y * factorY);
  }

  private static float[] contrast(byte[] grey) {
    int[] counts = new int[256];
    for (byte value : grey) {
      counts[value & 0xff]++;
    }
    int median = 0;
    for (int seen = counts[0]; 2 * seen < grey.length; seen += counts[median]) {
      median++;
    }
    float[] contrast = new float[grey.length];
    for (int i = 0; i < grey.length; i++) {
      contrast[i] = Math.abs((grey[i] & 0xff) - median);
    }
    return contrast;
  }

  private static double smooth(float[] values, int y, int x, int height, int width) {
    double sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int row = Math.min(height - 1, Math.max(0, y + dy));
        int column = Math.min(width - 1, Math.max(0, x + dx));
        sum += values[row * width + column];
      }
    }
    return sum / 9;
  }

  private static Centre strongestBlob(float[] contrast, float threshold, int height, int width) {
    boolean[] seen = new boolean[contrast.length];
    double[] best = {0, 0, 0};
    for (int start = 0; start < contrast.length; start++) {
      if (!seen[start] && contrast[start] > threshold) {
        double[] blob = blob(start, contrast, threshold, seen, height, width);
        best = blob[0] > best[0] ? blob : best;
      }
    }
    return new Centre(best[1] / best[0], best[2] / best[0]);
  }

  /** The weight of a blob of 4-connected pixels, and its weighted sums of x and y. */
  private static double[] blob(
      int start, float[] contrast, float threshold, boolean[] seen, int height, int width) {
    double[] sums = new double[3];
    Deque<Integer> open = new ArrayDeque<>();
    open.push(start);
    seen[start] = true;
    while (!open.isEmpty()) {
      int at = open.pop();
      int x = at % width;
      int y = at / width;
      double weight = contrast[at] - threshold;
      sums[0] += weight;
      sums[1] += weight * (x + 0.5);
      sums[2] += weight * (y + 0.5);
      int[] neighbours = {
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        y > 0 ? at - width : -1,
        y < height - 1 ? at + width : -1
      };
      Arrays.stream(neighbours)
          .filter(next -> next >= 0 && !seen[next] && contrast[next] > threshold)
          .forEach(
              next -> {
                seen[next] = true;
                open.push(next);
              });
    }
    return sums;
  }
}
