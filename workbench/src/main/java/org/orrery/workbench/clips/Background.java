package org.orrery.workbench.clips;

import java.util.Arrays;

/** What a frame would show if nothing stood out: grey levels of shape [height, width]. */
@FunctionalInterface
interface Background {
  /** The most frames that a median is taken over, evenly spread over the clip. */
  int MOST_FRAMES = 99;

  float[] under(byte[] frame);

  /** The median over time of every pixel of a clip in grey: what stands still. */
  static Background median(Clip grey) {
    int frames = Math.min(MOST_FRAMES, grey.frames());
    byte[][] sample = new byte[frames][];
    for (int i = 0; i < frames; i++) {
      sample[i] = grey.frame((int) ((long) i * grey.frames() / frames));
    }
    float[] median = new float[grey.height() * grey.width()];
    int[] values = new int[frames];
    for (int p = 0; p < median.length; p++) {
      for (int i = 0; i < frames; i++) {
        values[i] = sample[i][p] & 0xff;
      }
      Arrays.sort(values);
      median[p] = (values[(frames - 1) / 2] + values[frames / 2]) / 2f;
    }
    return frame -> median;
  }

  /** The mean over a square of {@code size} pixels around every pixel of the same frame. */
  static Background surroundings(int height, int width, int size) {
    return frame -> BoxMean.of(frame, height, width, size / 2);
  }
}
