package org.orrery.workbench.clips;

/** Frames as [height, width, channel], as most other programs keep them. */
final class Interleaved {
  private Interleaved() {}

  static byte[] of(Clip clip, int t) {
    byte[] planes = clip.frame(t);
    int channels = clip.channels();
    if (channels == 1) {
      return planes;
    }
    int area = planes.length / channels;
    byte[] pixels = new byte[planes.length];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < area; i++) {
        pixels[i * channels + c] = planes[c * area + i];
      }
    }
    return pixels;
  }
}
