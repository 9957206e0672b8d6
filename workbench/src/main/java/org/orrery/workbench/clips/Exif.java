package org.orrery.workbench.clips;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as a JPEG, PNG or TIFF file says (Exif 2.32, tag 0x0112; the segment APP1,
 * the chunk eXIf, the first directory). Files without it, or with a broken one, stand as they are
 * stored, as in any viewer.
 */
final class Exif {
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  private Exif() {}

  static Orientation orientation(byte[] file) {
    try {
      return orientation(tag(ByteBuffer.wrap(file)));
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Orientation.UPRIGHT; // an offset that leads out of the file
    }
  }

  /** By the number of the tag: where the stored picture's first row and column are shown. */
  private static Orientation orientation(int tag) {
    return switch (tag) {
      case 2 -> new Orientation(false, true, false); // top, right
      case 3 -> new Orientation(false, true, true); // bottom, right
      case 4 -> new Orientation(false, false, true); // bottom, left
      case 5 -> new Orientation(true, false, false); // left, top
      case 6 -> new Orientation(true, true, false); // right, top
      case 7 -> new Orientation(true, true, true); // right, bottom
      case 8 -> new Orientation(true, false, true); // left, bottom
      default -> Orientation.UPRIGHT; // 1: top, left
    };
  }

  private static int tag(ByteBuffer file) {
    if (file.remaining() < 12) {
      return 1;
    }
    return switch (file.getInt(0)) {
      case 0x89504e47 -> inPng(file);
      case 0x49492a00, 0x4d4d002a -> inDirectory(file);
      default -> file.getShort(0) == (short) 0xffd8 ? inJpeg(file) : 1;
    };
  }

  private static int inJpeg(ByteBuffer file) {
    int at = 2;
    // Segments end where the scan starts (0xda).
    while (file.get(at) == (byte) 0xff && file.get(at + 1) != (byte) 0xda) {
      int length = file.getShort(at + 2) & 0xffff;
      boolean exif =
          file.get(at + 1) == (byte) 0xe1
              && length > 2 + EXIF.length
              && file.slice(at + 4, EXIF.length).equals(ByteBuffer.wrap(EXIF));
      if (exif) {
        return inDirectory(file.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
      }
      at += 2 + length;
    }
    return 1;
  }

  private static int inPng(ByteBuffer file) {
    long at = 8;
    while (at + 12 <= file.limit()) {
      int length = file.getInt((int) at);
      if (file.getInt((int) at + 4) == 0x65584966) {
        return inDirectory(file.slice((int) at + 8, length));
      }
      at += 12 + (length & 0xffffffffL);
    }
    return 1;
  }

  /** In the first directory of bytes that are laid out as a TIFF file. */
  private static int inDirectory(ByteBuffer bytes) {
    ByteBuffer tiff =
        bytes.order(bytes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    int entries = tiff.getShort(directory) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
        return tiff.getShort(entry + 8);
      }
    }
    return 1;
  }
}
