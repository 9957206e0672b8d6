package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where the one moving thing of a frame is, to a fraction of a pixel.
 *
 * <p>Contrast is a pixel's distance from the frame's median colour, in the channel where that is
 * largest. The component above half the largest contrast that holds most of it is the thing; every
 * pixel within two of it counts by the share of it that is covered, contrast over that of the
 * thing's inside. Of a disc whose rim is anti-aliased this is the centre of area: it errs by
 * thousandths of a pixel, where a threshold errs by hundredths.
 *
 * @param x pixels from the left edge of the frame; pixel i covers i to i + 1
 * @param y pixels from the top edge
 * @param radius that of a disc of the same area, in pixels
 */
record AreaCentre(double x, double y, double radius) {
  private static final int FAINTEST = 26;
  private static final int RIM = 2;

  /**
   * What a frame of bytes [channel, height, width] shows; empty if nothing stands out by a tenth.
   */
  static Optional<AreaCentre> in(byte[] frame, int channels, int height, int width) {
    int[] contrast = contrast(frame, channels, height * width);
    int peak = Arrays.stream(contrast).max().orElse(0);
    if (peak < FAINTEST) {
      return Optional.empty();
    }
    int[] thing = heaviest(contrast, peak / 2, height, width);
    return Optional.of(centre(contrast, thing, height, width));
  }

  private static int[] contrast(byte[] frame, int channels, int pixels) {
    int[] contrast = new int[pixels];
    for (int c = 0; c < channels; c++) {
      int[] counts = new int[256];
      for (int i = 0; i < pixels; i++) {
        counts[frame[c * pixels + i] & 0xff]++;
      }
      int median = 0;
      for (int seen = counts[0]; 2 * seen < pixels; seen += counts[median]) {
        median++;
      }
      for (int i = 0; i < pixels; i++) {
        contrast[i] = Math.max(contrast[i], Math.abs((frame[c * pixels + i] & 0xff) - median));
      }
    }
    return contrast;
  }

  /** The pixels of the 4-connected component with the largest sum of contrast. */
  private static int[] heaviest(int[] contrast, int threshold, int height, int width) {
    int[] best = new int[0];
    long most = -1;
    for (int[] pixels : Components.touchingAtSides(i -> contrast[i] > threshold, height, width)) {
      long weight = Arrays.stream(pixels).mapToLong(i -> contrast[i]).sum();
      if (weight > most) {
        most = weight;
        best = pixels;
      }
    }
    return best;
  }

  private static AreaCentre centre(int[] contrast, int[] thing, int height, int width) {
    int[] inside = Arrays.stream(thing).map(i -> contrast[i]).sorted().toArray();
    double full = inside[(int) (0.75 * (inside.length - 1))];
    boolean[] counted = new boolean[contrast.length];
    double[] sums = new double[3];
    for (int pixel : thing) {
      int left = Math.max(0, pixel % width - RIM);
      int right = Math.min(width - 1, pixel % width + RIM);
      int bottom = Math.min(height - 1, pixel / width + RIM);
      for (int y = Math.max(0, pixel / width - RIM); y <= bottom; y++) {
        for (int x = left; x <= right; x++) {
          int at = y * width + x;
          if (!counted[at]) {
            counted[at] = true;
            double weight = Math.min(1, contrast[at] / full);
            sums[0] += weight;
            sums[1] += weight * (x + 0.5);
            sums[2] += weight * (y + 0.5);
          }
        }
      }
    }
    return new AreaCentre(sums[1] / sums[0], sums[2] / sums[0], Math.sqrt(sums[0] / Math.PI));
  }
}
