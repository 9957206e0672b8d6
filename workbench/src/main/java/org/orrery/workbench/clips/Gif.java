package org.orrery.workbench.clips;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a clip as a GIF that loops (GIF89a), in at most 256 colours: exactly if the clip has no
 * more, else in the colours of a median cut. A GIF counts time in hundredths of a second; each
 * frame ends at the one nearest to its time, so that the whole is as long as the clip.
 */
final class Gif {
  private static final int COLOURS = 256;

  private Gif() {}

  static byte[] of(Clip clip) {
    Palette palette = Palette.of(clip);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(
        little(7)
            .putShort((short) clip.width())
            .putShort((short) clip.height())
            .put((byte) 0xf7)
            .array());
    out.writeBytes(palette.table(COLOURS));
    out.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
    out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[] {3, 1, 0, 0, 0});
    for (int t = 0; t < clip.frames(); t++) {
      long start = Math.round(100 * t / clip.fps());
      long end = Math.round(100 * (t + 1) / clip.fps());
      int delay = (int) Math.max(1, Math.min(65_535, end - start));
      out.writeBytes(
          little(8).put(new byte[] {0x21, (byte) 0xf9, 4, 4}).putShort((short) delay).array());
      out.writeBytes(
          little(10)
              .put((byte) 0x2c)
              .putInt(0)
              .putShort((short) clip.width())
              .putShort((short) clip.height())
              .put((byte) 0)
              .array());
      out.write(8);
      blocks(out, Lzw.compressed(palette.indices(clip.frame(t))));
    }
    out.write(0x3b);
    return out.toByteArray();
  }

  /** Data in blocks of at most 255 bytes, ended by an empty one. */
  private static void blocks(ByteArrayOutputStream out, byte[] data) {
    for (int at = 0; at < data.length; at += 255) {
      int length = Math.min(255, data.length - at);
      out.write(length);
      out.write(data, at, length);
    }
    out.write(0);
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
