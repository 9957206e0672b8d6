package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.Arrays;

/**
 * How the pixels of a frame lie in an array: [height, width], [height, width, channel] or [channel,
 * height, width]; four channels are red, green, blue and an alpha that is left out.
 */
record PixelLayout(int stored, int height, int width, boolean channelLast) {
  private static final long MOST = 100_000_000;

  static PixelLayout of(int[] frame, String name) throws IOException {
    PixelLayout layout = frame.length == 2 ? new PixelLayout(1, frame[0], frame[1], true) : null;
    // A side of 4 may be a small picture's; one of 1 or 3 is tried first.
    for (int channels : frame.length == 3 ? new int[] {1, 3, 4} : new int[0]) {
      if (layout == null && frame[2] == channels) {
        layout = new PixelLayout(channels, frame[0], frame[1], true);
      } else if (layout == null && frame[0] == channels) {
        layout = new PixelLayout(channels, frame[1], frame[2], false);
      }
    }
    if (layout == null || layout.height < 1 || layout.width < 1) {
      throw new IOException(
          "%s: frames are [height, width], [height, width, channel] or [channel, height, width] with 1, 3 or 4 channels; received %s"
              .formatted(name, Arrays.toString(frame)));
    }
    if ((long) layout.height * layout.width > MOST) {
      throw new IOException(
          "%s: %dx%d pixels are more than a frame may have"
              .formatted(name, layout.width, layout.height));
    }
    return layout;
  }

  int channels() {
    return stored == 1 ? 1 : 3;
  }

  int size() {
    return stored * height * width;
  }

  /** The frame that starts at {@code offset}, as a picture. */
  Picture picture(byte[] pixels, int offset) {
    int area = height * width;
    byte[] planes = new byte[channels() * area];
    for (int c = 0; c < channels(); c++) {
      if (!channelLast || stored == 1) {
        System.arraycopy(pixels, offset + c * area, planes, c * area, area);
      } else {
        for (int i = 0; i < area; i++) {
          planes[c * area + i] = pixels[offset + i * stored + c];
        }
      }
    }
    return new Picture(channels(), height, width, planes);
  }
}
