package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the blobs of a frame: what stands out from the background, in connected pieces. */
final class Detector {
  private static final double MAD_TO_SIGMA = 1.4826;

  private final Tracking settings;
  private final Background background;
  private final Smoothing smoothing;
  private final int height;
  private final int width;

  Detector(Tracking settings, Clip grey) {
    this.settings = settings;
    this.height = grey.height();
    this.width = grey.width();
    this.smoothing = new Smoothing(settings.sigma());
    this.background =
        settings.surroundings() > 0
            ? Background.surroundings(height, width, settings.surroundings())
            : Background.median(grey);
  }

  List<Blob> blobs(int t, byte[] frame, float threshold) {
    float[] signal = signal(frame);
    List<Blob> blobs = new ArrayList<>();
    for (int[] pixels : new Components(signal, height, width).above(threshold)) {
      if (pixels.length >= settings.smallest() && pixels.length <= settings.largest()) {
        blobs.add(blob(t, signal, pixels));
      }
    }
    return blobs;
  }

  /** The noise of a frame, smoothed: its median absolute deviation as a standard deviation. */
  double noise(byte[] frame) {
    float[] difference = difference(frame);
    float[] sorted = difference.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = Math.abs(difference[i] - median);
    }
    Arrays.sort(sorted);
    return MAD_TO_SIGMA * sorted[sorted.length / 2];
  }

  /** How far each pixel stands out, on the side that is looked for. */
  private float[] signal(byte[] frame) {
    float[] signal = difference(frame);
    for (int i = 0; i < signal.length; i++) {
      signal[i] = settings.sign() == 0 ? Math.abs(signal[i]) : settings.sign() * signal[i];
    }
    return signal;
  }

  /** The frame less its background, smoothed. */
  private float[] difference(byte[] frame) {
    float[] under = background.under(frame);
    float[] difference = new float[frame.length];
    for (int i = 0; i < frame.length; i++) {
      difference[i] = (frame[i] & 0xff) - under[i];
    }
    return smoothing.of(difference, height, width);
  }

  private Blob blob(int t, float[] signal, int[] pixels) {
    double mass = 0;
    double x = 0;
    double y = 0;
    for (int pixel : pixels) {
      double weight = signal[pixel];
      mass += weight;
      x += weight * (pixel % width + 0.5);
      y += weight * (pixel / width + 0.5);
    }
    return new Blob(t, x / mass, y / mass, pixels.length, mass);
  }
}
