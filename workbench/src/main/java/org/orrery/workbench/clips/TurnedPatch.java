package org.orrery.workbench.clips;

/** Samples squares of a frame, turned about their middle, at every pixel or every few. */
final class TurnedPatch {
  private final int channels;
  private final int height;
  private final int width;
  private final int step;

  TurnedPatch(Clip clip, int step) {
    this.channels = clip.channels();
    this.height = clip.height();
    this.width = clip.width();
    this.step = step;
  }

  /**
   * The square of {@code 2 radius + 1} samples a side around a place, shape [channel][row, column];
   * rows run along y turned by {@code angle}. A sample is the mean of step x step bilinear ones;
   * beyond the frame its edge goes on.
   */
  float[][] of(byte[] frame, double x, double y, double angle, int radius) {
    int side = 2 * radius + 1;
    float[][] square = new float[channels][side * side];
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    float share = 1f / (step * step);
    for (int k = 0; k < step * step; k++) {
      double right = k % step - (step - 1) / 2.0;
      double down = k / step - (step - 1) / 2.0;
      for (int row = 0; row < side; row++) {
        double v = step * (row - radius) + down;
        for (int column = 0; column < side; column++) {
          double u = step * (column - radius) + right;
          add(
              square,
              row * side + column,
              frame,
              (float) (x + cos * u - sin * v - 0.5),
              (float) (y + sin * u + cos * v - 0.5),
              share);
        }
      }
    }
    return square;
  }

  private void add(float[][] square, int at, byte[] frame, float x, float y, float share) {
    float inX = Math.max(0, Math.min(width - 1, x));
    float inY = Math.max(0, Math.min(height - 1, y));
    int left = (int) inX;
    int top = (int) inY;
    float fx = inX - left;
    float fy = inY - top;
    int right = Math.min(left + 1, width - 1) - left;
    int below = (Math.min(top + 1, height - 1) - top) * width;
    int i = top * width + left;
    for (int c = 0; c < channels; c++, i += height * width) {
      float upper = (1 - fx) * (frame[i] & 0xff) + fx * (frame[i + right] & 0xff);
      float lower = (1 - fx) * (frame[i + below] & 0xff) + fx * (frame[i + below + right] & 0xff);
      square[c][at] += share * ((1 - fy) * upper + fy * lower);
    }
  }
}
