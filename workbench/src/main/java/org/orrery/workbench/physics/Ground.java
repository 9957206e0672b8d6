package org.orrery.workbench.physics;

import java.util.Arrays;
import org.orrery.workbench.clips.Clip;

/**
 * What a video shows where nothing moves: one colour where that fills most of every frame, else the
 * median of each pixel over time.
 */
final class Ground {
  private static final int FAINTEST = 20;
  private static final double PLAIN_SHARE = 0.6;
  private static final int MOST_SAMPLES = 25;
  private static final int NOISES = 6;

  private final Clip clip;
  private final int pixels;
  private final byte[] picture;
  private final boolean plain;
  private final int threshold;

  private Ground(Clip clip, byte[] picture, boolean plain, int threshold) {
    this.clip = clip;
    this.pixels = clip.height() * clip.width();
    this.picture = picture;
    this.plain = plain;
    this.threshold = threshold;
  }

  static Ground of(Clip clip) {
    byte[] colour = plainColour(clip);
    Ground plain = new Ground(clip, colour, true, FAINTEST);
    int step = Math.max(1, clip.frames() / MOST_SAMPLES);
    boolean fits = true;
    for (int t = 0; t < clip.frames() && fits; t += step) {
      fits = plain.share(t) >= PLAIN_SHARE;
    }
    Ground found = fits ? plain : new Ground(clip, median(clip, step), false, FAINTEST);
    return new Ground(clip, found.picture, fits, Math.max(FAINTEST, NOISES * found.noise(step)));
  }

  /** Whether it is one colour. */
  boolean plain() {
    return plain;
  }

  /** The difference, 0 to 255, above which a pixel belongs to a thing. */
  int threshold() {
    return threshold;
  }

  /** The largest difference of any channel from the ground, [height * width], 0 to 255. */
  int[] contrast(int t) {
    byte[] frame = clip.frame(t);
    int[] contrast = new int[pixels];
    for (int i = 0; i < frame.length; i++) {
      int difference = Math.abs((frame[i] & 0xff) - (picture[i] & 0xff));
      int at = i % pixels;
      contrast[at] = Math.max(contrast[at], difference);
    }
    return contrast;
  }

  private double share(int t) {
    return (double) Arrays.stream(contrast(t)).filter(c -> c <= FAINTEST).count() / pixels;
  }

  /** The median difference of ground pixels: the noise of the camera. */
  private int noise(int step) {
    int[] counts = new int[256];
    int n = 0;
    for (int t = 0; t < clip.frames(); t += step) {
      for (int c : contrast(t)) {
        counts[c]++;
        n++;
      }
    }
    int median = 0;
    for (int seen = counts[0]; 2 * seen < n; seen += counts[median]) {
      median++;
    }
    return median;
  }

  /** The most frequent colour of the middle frame, repeated to a picture. */
  private static byte[] plainColour(Clip clip) {
    int pixels = clip.height() * clip.width();
    byte[] frame = clip.frame(clip.frames() / 2);
    int[] counts = new int[1 << 15];
    int best = 0;
    for (int i = 0; i < pixels; i++) {
      int bin = bin(frame, i, pixels, clip.channels());
      counts[bin]++;
      best = counts[bin] > counts[best] ? bin : best;
    }
    byte[] picture = new byte[frame.length];
    for (int c = 0; c < clip.channels(); c++) {
      long sum = 0;
      for (int i = 0; i < pixels; i++) {
        boolean inside = bin(frame, i, pixels, clip.channels()) == best;
        sum += inside ? frame[c * pixels + i] & 0xff : 0;
      }
      Arrays.fill(picture, c * pixels, (c + 1) * pixels, (byte) (sum / counts[best]));
    }
    return picture;
  }

  private static int bin(byte[] frame, int pixel, int pixels, int channels) {
    int bin = 0;
    for (int c = 0; c < channels; c++) {
      bin = bin << 5 | (frame[c * pixels + pixel] & 0xff) >> 3;
    }
    return bin;
  }

  private static byte[] median(Clip clip, int step) {
    int samples = (clip.frames() + step - 1) / step;
    byte[][] frames = new byte[samples][];
    for (int s = 0; s < samples; s++) {
      frames[s] = clip.frame(s * step);
    }
    byte[] picture = new byte[frames[0].length];
    int[] values = new int[samples];
    for (int i = 0; i < picture.length; i++) {
      for (int s = 0; s < samples; s++) {
        values[s] = frames[s][i] & 0xff;
      }
      Arrays.sort(values);
      picture[i] = (byte) values[samples / 2];
    }
    return picture;
  }
}
