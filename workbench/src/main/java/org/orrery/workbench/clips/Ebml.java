package org.orrery.workbench.clips;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The head of a Matroska or WebM file (RFC 8794), which says how long the file must be. */
final class Ebml {
  private static final int HEADER = 0x1a45dfa3;
  private static final int SEGMENT = 0x18538067;

  private Ebml() {}

  /** The size that the file says it has, or 0 if it is of another kind or does not say. */
  static long statedSize(InputStream file) throws IOException {
    DataInputStream in = new DataInputStream(file);
    try {
      if (in.readInt() != HEADER) {
        return 0;
      }
      long[] header = number(in);
      in.skipNBytes(header[0]);
      if (in.readInt() != SEGMENT) {
        return 0;
      }
      long[] segment = number(in);
      boolean unknown = segment[0] == (1L << (7 * segment[1])) - 1;
      return unknown ? 0 : 4 + header[1] + header[0] + 4 + segment[1] + segment[0];
    } catch (EOFException e) {
      return 0;
    }
  }

  /** A number of variable length: its value and how many bytes it takes. */
  private static long[] number(DataInputStream in) throws IOException {
    int first = in.readUnsignedByte();
    int length = Math.max(1, Integer.numberOfLeadingZeros(first) - 23);
    long value = first & (0xff >> length);
    for (int i = 1; i < length; i++) {
      value = (value << 8) | in.readUnsignedByte();
    }
    return new long[] {value, length};
  }
}
