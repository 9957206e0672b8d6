package org.orrery.workbench.worlds;

import java.util.SplittableRandom;

/**
 * A turbulent wind record: the mean plus 64 harmonics of random phase whose power is von Karman's
 * spectrum of the along-wind component, n S / s^2 = 4 f / (1 + 70.8 f^2)^(5/6) with f = n L / U
 * (Engineering Sciences Data Unit 85020; spectral representation after Shinozuka and Deodatis,
 * Applied Mechanics Reviews 44, 1991).
 */
final class Wind {
  private static final int HARMONICS = 64;
  private static final double SCALE = 100;
  private static final double LOWEST = 0.02;
  private static final double HIGHEST = 5;

  private final double mean;
  private final double[] amplitude = new double[HARMONICS];
  private final double[] pulsation = new double[HARMONICS];
  private final double[] phase = new double[HARMONICS];

  /** Mean speed in m/s and the turbulence intensity, deviation over mean. */
  Wind(double mean, double intensity, SplittableRandom random) {
    this.mean = mean;
    double ratio = StrictMath.pow(HIGHEST / LOWEST, 1.0 / HARMONICS);
    double low = LOWEST;
    for (int i = 0; i < HARMONICS; i++) {
      double high = low * ratio;
      double n = Math.sqrt(low * high);
      double variance = mean > 0 ? spectrum(n, mean, intensity * mean) * (high - low) : 0;
      amplitude[i] = Math.sqrt(2 * variance);
      pulsation[i] = 2 * Math.PI * (low + (high - low) * random.nextDouble());
      phase[i] = 2 * Math.PI * random.nextDouble();
      low = high;
    }
  }

  /** The power in (m/s)^2 a hertz at a frequency in Hz. */
  static double spectrum(double n, double mean, double deviation) {
    double f = n * SCALE / mean;
    return deviation * deviation / n * 4 * f / StrictMath.pow(1 + 70.8 * f * f, 5.0 / 6);
  }

  /** The speed in m/s at a time in s. */
  double at(double seconds) {
    double speed = mean;
    for (int i = 0; i < HARMONICS; i++) {
      speed += amplitude[i] * StrictMath.cos(pulsation[i] * seconds + phase[i]);
    }
    return speed;
  }
}
