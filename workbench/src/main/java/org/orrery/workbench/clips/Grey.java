package org.orrery.workbench.clips;

/** Grey from red, green and blue: 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), in integers. */
final class Grey {
  private Grey() {}

  static byte[] of(byte[] rgb) {
    int pixels = rgb.length / 3;
    byte[] grey = new byte[pixels];
    for (int i = 0; i < pixels; i++) {
      int r = rgb[i] & 0xff;
      int g = rgb[pixels + i] & 0xff;
      int b = rgb[2 * pixels + i] & 0xff;
      grey[i] = (byte) ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16);
    }
    return grey;
  }
}
