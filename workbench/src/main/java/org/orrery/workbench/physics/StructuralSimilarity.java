package org.orrery.workbench.physics;

/**
 * The structural similarity of two grey pictures, 1 for the same: mean over all windows that lie
 * inside them.
 *
 * <p>Wang, Bovik, Sheikh and Simoncelli, "Image quality assessment: from error visibility to
 * structural similarity", IEEE Transactions on Image Processing 13(4), 2004, equations 13 to 17: a
 * window of 11 x 11 with Gaussian weights of standard deviation 1.5, K1 = 0.01, K2 = 0.03, L = 255.
 */
final class StructuralSimilarity {
  static final int WINDOW = 11;
  private static final double[] WEIGHTS = weights();
  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  private StructuralSimilarity() {}

  /** Of two pictures [height * width]; NaN if a side is shorter than the window. */
  static double of(byte[] a, byte[] b, int height, int width) {
    if (height < WINDOW || width < WINDOW) {
      return Double.NaN;
    }
    int n = height * width;
    double[][] moments = new double[5][n];
    for (int i = 0; i < n; i++) {
      double x = a[i] & 0xff;
      double y = b[i] & 0xff;
      moments[0][i] = x;
      moments[1][i] = y;
      moments[2][i] = x * x;
      moments[3][i] = y * y;
      moments[4][i] = x * y;
    }
    for (int m = 0; m < moments.length; m++) {
      moments[m] = weighted(moments[m], height, width);
    }
    double sum = 0;
    for (int i = 0; i < moments[0].length; i++) {
      double x = moments[0][i];
      double y = moments[1][i];
      double varianceX = moments[2][i] - x * x;
      double varianceY = moments[3][i] - y * y;
      double covariance = moments[4][i] - x * y;
      sum +=
          (2 * x * y + C1)
              * (2 * covariance + C2)
              / ((x * x + y * y + C1) * (varianceX + varianceY + C2));
    }
    return sum / moments[0].length;
  }

  /** The weighted mean of every window, [(height - 10) * (width - 10)], one axis after another. */
  private static double[] weighted(double[] values, int height, int width) {
    int columns = width - WINDOW + 1;
    int rows = height - WINDOW + 1;
    double[] across = new double[height * columns];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < columns; x++) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
          sum += WEIGHTS[k] * values[y * width + x + k];
        }
        across[y * columns + x] = sum;
      }
    }
    double[] both = new double[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int k = 0; k < WINDOW; k++) {
        for (int x = 0; x < columns; x++) {
          both[y * columns + x] += WEIGHTS[k] * across[(y + k) * columns + x];
        }
      }
    }
    return both;
  }

  private static double[] weights() {
    double[] weights = new double[WINDOW];
    double sum = 0;
    for (int k = 0; k < WINDOW; k++) {
      double from = k - WINDOW / 2;
      weights[k] = Math.exp(-from * from / (2 * 1.5 * 1.5));
      sum += weights[k];
    }
    for (int k = 0; k < WINDOW; k++) {
      weights[k] /= sum;
    }
    return weights;
  }
}
