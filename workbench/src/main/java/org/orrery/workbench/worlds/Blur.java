package org.orrery.workbench.worlds;

/** A Gaussian blur, rows first and then columns; beyond the border the border goes on. */
final class Blur {
  private final double[] kernel;
  private final int size;
  private final double[] line;

  Blur(double deviation, Shot shot) {
    int reach = (int) Math.ceil(3 * deviation);
    kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double away = (i - reach) / deviation;
      kernel[i] = StrictMath.exp(-0.5 * away * away);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    size = shot.size();
    line = new double[size];
  }

  /** Blurs pictures of [channel, size, size] where they are. */
  void apply(double[] light) {
    for (int start = 0; start < light.length; start += size) {
      along(light, start, 1);
    }
    for (int channel = 0; channel < light.length; channel += size * size) {
      for (int x = 0; x < size; x++) {
        along(light, channel + x, size);
      }
    }
  }

  private void along(double[] light, int start, int stride) {
    int reach = kernel.length / 2;
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int k = 0; k < kernel.length; k++) {
        int at = Math.max(0, Math.min(size - 1, i + k - reach));
        sum += kernel[k] * light[start + at * stride];
      }
      line[i] = sum;
    }
    for (int i = 0; i < size; i++) {
      light[start + i * stride] = line[i];
    }
  }
}
