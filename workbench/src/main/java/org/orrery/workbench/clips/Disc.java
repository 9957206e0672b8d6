package org.orrery.workbench.clips;

/** A disc of samples that is looked for by normalised cross-correlation. */
final class Disc {
  private final int channels;
  private final int radius;
  private final int side;
  private final int[] halfWidths;
  private final float[][] values;
  private final float[][] centred;
  private int samples;
  private double norm;

  /** Where a square agrees best, in samples off its middle, and how well. */
  record Peak(double x, double y, double match) {}

  Disc(int channels, int radius) {
    this.channels = channels;
    this.radius = radius;
    this.side = 2 * radius + 1;
    this.values = new float[channels][side * side];
    this.centred = new float[channels][side * side];
    this.halfWidths = new int[side];
    for (int row = 0; row < side; row++) {
      int down = row - radius;
      halfWidths[row] = (int) Math.sqrt(radius * radius - down * down);
      samples += 2 * halfWidths[row] + 1;
    }
  }

  int radius() {
    return radius;
  }

  /** Takes over a share of a square of the same radius. */
  void blend(float[][] square, double share) {
    norm = 0;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < values[c].length; i++) {
        values[c][i] += (float) share * (square[c][i] - values[c][i]);
      }
      double sum = 0;
      for (int row = 0; row < side; row++) {
        for (int i = first(row); i <= last(row); i++) {
          sum += values[c][i];
        }
      }
      float mean = (float) (sum / samples);
      for (int row = 0; row < side; row++) {
        for (int i = first(row); i <= last(row); i++) {
          centred[c][i] = values[c][i] - mean;
          norm += centred[c][i] * centred[c][i];
        }
      }
    }
  }

  /** The best place in a square that is {@code reach} samples larger on every side. */
  Peak find(float[][] square, int reach) {
    int size = 2 * reach + 1;
    double[] matches = new double[size * size];
    int best = size * reach + reach;
    for (int i = 0; i < matches.length; i++) {
      matches[i] = match(square, side + 2 * reach, i / size, i % size);
      best = matches[i] > matches[best] ? i : best;
    }
    int row = best / size;
    int column = best % size;
    double x = column - reach;
    double y = row - reach;
    if (column > 0 && column < size - 1) {
      x += vertex(matches[best - 1], matches[best], matches[best + 1]);
    }
    if (row > 0 && row < size - 1) {
      y += vertex(matches[best - size], matches[best], matches[best + size]);
    }
    return new Peak(x, y, matches[best]);
  }

  /** Where the parabola through three values has its vertex, -0.5 to 0.5 off the middle one. */
  static double vertex(double before, double at, double after) {
    double bend = before - 2 * at + after;
    return bend >= 0 ? 0 : Math.max(-0.5, Math.min(0.5, 0.5 * (before - after) / bend));
  }

  private double match(float[][] square, int squareSide, int down, int right) {
    double shared = 0;
    double spread = 0;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double squares = 0;
      for (int row = 0; row < side; row++) {
        int from = (down + row) * squareSide + right + radius - halfWidths[row];
        int mine = first(row);
        float rowShared = 0;
        float rowSum = 0;
        float rowSquares = 0;
        for (int i = 0; i <= 2 * halfWidths[row]; i++) {
          float value = square[c][from + i];
          rowShared += centred[c][mine + i] * value;
          rowSum += value;
          rowSquares += value * value;
        }
        shared += rowShared;
        sum += rowSum;
        squares += rowSquares;
      }
      spread += squares - sum * sum / samples;
    }
    double all = Math.sqrt(norm * Math.max(0, spread));
    return all < 1e-6 ? 0 : shared / all;
  }

  private int first(int row) {
    return row * side + radius - halfWidths[row];
  }

  private int last(int row) {
    return row * side + radius + halfWidths[row];
  }
}
