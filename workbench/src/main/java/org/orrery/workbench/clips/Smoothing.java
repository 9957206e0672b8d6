package org.orrery.workbench.clips;

/** Smooths a picture with a Gaussian; beyond its borders the picture is taken to be 0. */
final class Smoothing {
  private final float[] kernel;

  /** With this standard deviation in pixels; 0 leaves pictures as they are. */
  Smoothing(double sigma) {
    int reach = (int) Math.ceil(3 * sigma);
    kernel = new float[2 * reach + 1];
    double sum = 0;
    for (int i = -reach; i <= reach; i++) {
      kernel[i + reach] = sigma == 0 ? 1 : (float) Math.exp(-i * i / (2 * sigma * sigma));
      sum += kernel[i + reach];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= (float) sum;
    }
  }

  float[] of(float[] picture, int height, int width) {
    if (kernel.length == 1) {
      return picture;
    }
    int reach = kernel.length / 2;
    float[] rows = new float[picture.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int k = Math.max(-reach, -x); k <= Math.min(reach, width - 1 - x); k++) {
          sum += kernel[k + reach] * picture[y * width + x + k];
        }
        rows[y * width + x] = sum;
      }
    }
    float[] result = new float[picture.length];
    for (int y = 0; y < height; y++) {
      for (int k = Math.max(-reach, -y); k <= Math.min(reach, height - 1 - y); k++) {
        float weight = kernel[k + reach];
        int from = (y + k) * width;
        for (int x = 0; x < width; x++) {
          result[y * width + x] += weight * rows[from + x];
        }
      }
    }
    return result;
  }
}
