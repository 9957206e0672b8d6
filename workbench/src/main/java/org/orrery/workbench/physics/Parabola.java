package org.orrery.workbench.physics;

import java.util.Arrays;

/**
 * The parabola of least squares through values at some times.
 *
 * @param start value at time 0
 * @param slope first derivative at time 0
 * @param bend second derivative
 */
record Parabola(double start, double slope, double bend) {

  /**
   * Fits it, by polynomials that are orthogonal over these times.
   *
   * @param times three different ones or more
   * @param values one at each time
   */
  static Parabola through(double[] times, double[] values) {
    int n = times.length;
    double middle = Arrays.stream(times).average().orElseThrow();
    double spread = 0;
    double skew = 0;
    for (double time : times) {
      double s = time - middle;
      spread += s * s;
      skew += s * s * s;
    }
    double mean = 0;
    double first = 0;
    double second = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double s = times[i] - middle;
      double p = s * s - skew / spread * s - spread / n; // orthogonal to 1 and s
      mean += values[i] / n;
      first += s * values[i] / spread;
      second += p * values[i];
      squares += p * p;
    }
    second /= squares;
    double slopeInTheMiddle = first - second * skew / spread;
    return new Parabola(
        mean - slopeInTheMiddle * middle + second * (middle * middle - spread / n),
        slopeInTheMiddle - 2 * second * middle,
        2 * second);
  }
}
