package org.orrery.workbench.clips;

import java.util.Arrays;

/** Resizes frames: every new pixel is the mean of the old picture over the area it covers. */
final class AreaMean {
  private final int channels;
  private final int height;
  private final int width;
  private final Weights rows;
  private final Weights columns;

  AreaMean(int channels, int height, int width, int newHeight, int newWidth) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.rows = Weights.between(height, newHeight);
    this.columns = Weights.between(width, newWidth);
  }

  byte[] of(byte[] frame) {
    byte[] result = new byte[channels * rows.size() * columns.size()];
    float[] band = new float[width];
    int out = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < rows.size(); y++) {
        sumRows(frame, c, y, band);
        for (int x = 0; x < columns.size(); x++) {
          result[out++] = (byte) Math.round(columns.dot(x, band));
        }
      }
    }
    return result;
  }

  private void sumRows(byte[] frame, int channel, int y, float[] band) {
    Arrays.fill(band, 0);
    for (int k = 0; k < rows.weights[y].length; k++) {
      int start = (channel * height + rows.first[y] + k) * width;
      float weight = rows.weights[y][k];
      for (int x = 0; x < width; x++) {
        band[x] += weight * (frame[start + x] & 0xff);
      }
    }
  }

  /** How much each old pixel of an axis counts in each new one; the weights of one sum to 1. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weights(int[] first, float[][] weights) {

    static Weights between(int oldSize, int newSize) {
      if (newSize < 1) {
        throw new IllegalArgumentException(
            "a size of at least 1 pixel is needed; received " + newSize);
      }
      int[] first = new int[newSize];
      float[][] weights = new float[newSize][];
      for (int i = 0; i < newSize; i++) {
        double from = (double) i * oldSize / newSize;
        double to = (double) (i + 1) * oldSize / newSize;
        first[i] = (int) from;
        int last = Math.min(oldSize, (int) Math.ceil(to));
        weights[i] = new float[last - first[i]];
        for (int k = 0; k < weights[i].length; k++) {
          double overlap = Math.min(to, first[i] + k + 1.0) - Math.max(from, first[i] + k);
          weights[i][k] = (float) (overlap / (to - from));
        }
      }
      return new Weights(first, weights);
    }

    int size() {
      return first.length;
    }

    float dot(int i, float[] values) {
      float sum = 0;
      for (int k = 0; k < weights[i].length; k++) {
        sum += weights[i][k] * values[first[i] + k];
      }
      return sum;
    }
  }
}
