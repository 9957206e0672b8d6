package org.orrery.workbench.clips;

/** The mean over a square around every pixel, cut off at the borders, by sums over rectangles. */
final class BoxMean {
  private BoxMean() {}

  static float[] of(byte[] frame, int height, int width, int reach) {
    long[] sums = new long[(height + 1) * (width + 1)];
    for (int y = 0; y < height; y++) {
      long row = 0;
      for (int x = 0; x < width; x++) {
        row += frame[y * width + x] & 0xff;
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
      }
    }
    float[] means = new float[height * width];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach) * (width + 1);
      int bottom = Math.min(height, y + reach + 1) * (width + 1);
      for (int x = 0; x < width; x++) {
        int left = Math.max(0, x - reach);
        int right = Math.min(width, x + reach + 1);
        long sum =
            sums[bottom + right] - sums[top + right] - sums[bottom + left] + sums[top + left];
        means[y * width + x] = (float) sum / ((bottom - top) / (width + 1) * (right - left));
      }
    }
    return means;
  }
}
