package org.orrery.workbench.clips;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a clip as an animated PNG, without loss: after the first frame only the rectangle that
 * changed is stored (PNG specification, third edition, section 11.3.6).
 */
final class Apng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final Clip clip;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int sequence;

  private Apng(Clip clip) {
    this.clip = clip;
  }

  static byte[] of(Clip clip) {
    Apng apng = new Apng(clip);
    apng.write();
    return apng.out.toByteArray();
  }

  private void write() {
    out.writeBytes(SIGNATURE);
    chunk("IHDR", header());
    chunk("acTL", ByteBuffer.allocate(8).putInt(clip.frames()).putInt(0).array());
    byte[] before = null;
    for (int t = 0; t < clip.frames(); t++) {
      byte[] frame = clip.frame(t);
      Area area = before == null ? whole() : changed(before, frame);
      byte[] pixels = deflated(filtered(frame, area));
      chunk("fcTL", control(area));
      if (t == 0) {
        chunk("IDAT", pixels);
      } else {
        chunk(
            "fdAT", ByteBuffer.allocate(4 + pixels.length).putInt(sequence++).put(pixels).array());
      }
      before = frame;
    }
    chunk("IEND", new byte[0]);
  }

  private byte[] header() {
    byte colours = (byte) (clip.channels() == 1 ? 0 : 2);
    return ByteBuffer.allocate(13)
        .putInt(clip.width())
        .putInt(clip.height())
        .put(new byte[] {8, colours, 0, 0, 0})
        .array();
  }

  private byte[] control(Area area) {
    int delay = 1000;
    while (delay > 1 && delay * clip.fps() > 65_535) {
      delay /= 10;
    }
    long denominator = Math.round(Math.min(65_535, Math.max(1, delay * clip.fps())));
    return ByteBuffer.allocate(26)
        .putInt(sequence++)
        .putInt(area.width)
        .putInt(area.height)
        .putInt(area.left)
        .putInt(area.top)
        .putShort((short) delay)
        .putShort((short) denominator)
        .array();
  }

  private Area whole() {
    return new Area(0, 0, clip.height(), clip.width());
  }

  /** The smallest rectangle that holds every changed pixel, at least one pixel. */
  private Area changed(byte[] before, byte[] after) {
    int width = clip.width();
    int height = clip.height();
    int top = height;
    int bottom = -1;
    int left = width;
    int right = -1;
    for (int row = 0; row < clip.channels() * height; row++) {
      int start = row * width;
      int first = Arrays.mismatch(before, start, start + width, after, start, start + width);
      if (first >= 0) {
        int last = width - 1;
        while (before[start + last] == after[start + last]) {
          last--;
        }
        top = Math.min(top, row % height);
        bottom = Math.max(bottom, row % height);
        left = Math.min(left, first);
        right = Math.max(right, last);
      }
    }
    return bottom < 0
        ? new Area(0, 0, 1, 1)
        : new Area(top, left, bottom - top + 1, right - left + 1);
  }

  /** Each row in the filter whose bytes are smallest, as the specification advises. */
  private byte[] filtered(byte[] frame, Area area) {
    int channels = clip.channels();
    int length = area.width * channels;
    byte[] result = new byte[area.height * (length + 1)];
    byte[] above = new byte[length];
    byte[] row = new byte[length];
    for (int y = 0; y < area.height; y++) {
      for (int c = 0; c < channels; c++) {
        int start = (c * clip.height() + area.top + y) * clip.width() + area.left;
        for (int x = 0; x < area.width; x++) {
          row[x * channels + c] = frame[start + x];
        }
      }
      PngFilter.best(row, above, channels, result, y * (length + 1));
      System.arraycopy(row, 0, above, 0, length);
    }
    return result;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater();
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream result = new ByteArrayOutputStream();
      byte[] buffer = new byte[16_384];
      while (!deflater.finished()) {
        result.write(buffer, 0, deflater.deflate(buffer));
      }
      return result.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private record Area(int top, int left, int height, int width) {}
}
