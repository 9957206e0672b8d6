package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The parabola that a tracked thing follows from the last given frame until it comes near the floor
 * or the ceiling: least squares over its centres in 8 to 14 frames.
 *
 * <p>Time 0 is the frame before the first of these. Lengths in metres, y downwards; NaN where it
 * could not be measured.
 *
 * @param x place at time 0
 * @param y place at time 0
 * @param velocityX m/s, constant
 * @param velocityY m/s at time 0
 * @param gravity m/s^2, the second derivative of y
 * @param radius of a disc as large as what is brighter than half of the brightest, mean
 */
record FlightFit(
    double x, double y, double velocityX, double velocityY, double gravity, double radius) {
  static final int FEWEST = 8;
  static final int MOST = 14;
  private static final int FEWEST_ACROSS = 4;
  private static final double MARGIN = 2.5;
  static final FlightFit NONE =
      new FlightFit(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * Fits grey square frames.
   *
   * @param frames [time][side * side]
   * @param radius of the thing in pixels: a wall is near when less than 2.5 px are left
   */
  static FlightFit of(
      List<byte[]> frames, int side, double fps, double pixelsPerMetre, double radius) {
    double[] x = new double[Math.min(MOST, frames.size())];
    double[] y = new double[x.length];
    int n = 0;
    int across = -1;
    double size = 0;
    for (; n < x.length; n++) {
      Optional<Centre> centre = Centre.in(frames.get(n), side, side);
      if (centre.isEmpty() || near(centre.get().y(), radius, side)) {
        break;
      }
      x[n] = centre.get().x() / pixelsPerMetre;
      y[n] = centre.get().y() / pixelsPerMetre;
      across = across < 0 && near(centre.get().x(), radius, side) ? n : across;
      size += radius(frames.get(n)) / pixelsPerMetre;
    }
    if (n < FEWEST) {
      return NONE;
    }
    double[] times = IntStream.rangeClosed(1, n).mapToDouble(t -> t / fps).toArray();
    Parabola down = Parabola.through(times, Arrays.copyOf(y, n));
    int m = across < 0 ? n : across;
    double[] along = m < FEWEST_ACROSS ? new double[] {Double.NaN, Double.NaN} : line(x, m, fps);
    return new FlightFit(along[0], down.start(), along[1], down.slope(), down.bend(), size / n);
  }

  private static boolean near(double centre, double radius, int side) {
    return centre < radius + MARGIN || centre > side - radius - MARGIN;
  }

  /** Radius in pixels of a disc of as many pixels as are brighter than half of the brightest. */
  static double radius(byte[] frame) {
    int peak = 0;
    for (byte value : frame) {
      peak = Math.max(peak, value & 0xff);
    }
    int n = 0;
    for (byte value : frame) {
      n += 2 * (value & 0xff) > peak ? 1 : 0;
    }
    return Math.sqrt(n / Math.PI);
  }

  private static double[] line(double[] values, int n, double fps) {
    double centre = (n + 1) / 2.0;
    double mean = 0;
    double slope = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double s = i + 1 - centre;
      mean += values[i] / n;
      slope += s * values[i];
      squares += s * s;
    }
    slope /= squares;
    return new double[] {mean - slope * centre, slope * fps};
  }
}
