package org.orrery.workbench.clips;

/** Clips to write and read back: a bright square that moves over a dark ground. */
final class MovingSquare {
  private MovingSquare() {}

  static Clip clip(int channels, int frames, int size) {
    Clip.Builder clip = Clip.builder("square", channels, size, size).fps(24);
    for (int t = 0; t < frames; t++) {
      byte[] frame = new byte[channels * size * size];
      for (int c = 0; c < channels; c++) {
        fill(frame, c * size * size, size, 2 + t % (size / 2), 200 - 60 * c);
      }
      clip.frame(frame);
    }
    return clip.build();
  }

  static double meanDifference(Clip a, Clip b) {
    double sum = 0;
    for (int t = 0; t < a.frames(); t++) {
      byte[] left = a.frame(t);
      byte[] right = b.frame(t);
      for (int i = 0; i < left.length; i++) {
        sum += Math.abs((left[i] & 0xff) - (right[i] & 0xff)) / (double) left.length;
      }
    }
    return sum / a.frames();
  }

  private static void fill(byte[] frame, int start, int size, int left, int value) {
    for (int y = size / 4; y < size / 2; y++) {
      for (int x = left; x < left + size / 4; x++) {
        frame[start + y * size + x] = (byte) value;
      }
    }
  }
}
