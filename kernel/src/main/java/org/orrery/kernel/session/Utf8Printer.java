package org.orrery.kernel.session;

import java.io.ByteArrayOutputStream;
import org.orrery.kernel.protocol.Header;

/**
 * Prints bytes as they come, cut into whole characters: the first bytes of a character wait for its
 * last, and a long text becomes several short ones.
 */
final class Utf8Printer {

  private static final int MOST_BYTES = 1 << 16;

  private final String name;
  private final IoPub iopub;

  /** The first bytes of a character whose last bytes are still to come. */
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  /**
   * @param name {@code stdout} or {@code stderr}
   */
  Utf8Printer(String name, IoPub iopub) {
    this.name = name;
    this.iopub = iopub;
  }

  void print(Header parent, byte[] bytes, int offset, int length) {
    synchronized (begun) {
      if (begun.size() > 0) {
        begun.write(bytes, offset, length);
        var all = begun.toByteArray();
        begun.reset();
        printWhole(parent, all, 0, all.length);
      } else {
        printWhole(parent, bytes, offset, length);
      }
    }
  }

  private void printWhole(Header parent, byte[] bytes, int offset, int length) {
    var end = offset + length;
    var from = offset;
    while (end - from > MOST_BYTES) {
      var to = wholeUpTo(bytes, from, from + MOST_BYTES);
      iopub.print(name, parent, bytes, from, to - from);
      from = to;
    }
    var to = wholeUpTo(bytes, from, end);
    if (to > from) {
      iopub.print(name, parent, bytes, from, to - from);
    }
    begun.write(bytes, to, end - to);
  }

  /**
   * The last place not behind {@code end} where no character is cut. Bytes that are no UTF-8 are
   * cut anywhere.
   */
  private static int wholeUpTo(byte[] bytes, int from, int end) {
    var start = end - 1;
    while (start > from && end - start < 4 && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    if (start < from) {
      return end;
    }
    var lead = bytes[start] & 0xff;
    var size = lead >= 0xF0 && lead < 0xF8 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    var isCut = lead >= 0xC0 && lead < 0xF8 && end - start < size;
    return isCut ? start : end;
  }
}
