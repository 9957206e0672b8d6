package org.orrery.workbench.clips;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Compression as GIF has it: Lempel, Ziv and Welch, over bytes, codes of 9 to 12 bits. */
final class Lzw {
  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int MOST = 4096;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final short[] after = new short[MOST * 256];
  private int next;
  private int width;
  private int bits;
  private int held;

  private Lzw() {}

  static byte[] compressed(byte[] bytes) {
    Lzw lzw = new Lzw();
    lzw.clear();
    int code = bytes[0] & 0xff;
    for (int i = 1; i < bytes.length; i++) {
      code = lzw.step(code, bytes[i] & 0xff);
    }
    lzw.write(code);
    lzw.write(END);
    while (lzw.held > 0) {
      lzw.out.write(lzw.bits);
      lzw.bits >>>= 8;
      lzw.held -= 8;
    }
    return lzw.out.toByteArray();
  }

  /** The code of the longest known run that ends with this byte. */
  private int step(int code, int value) {
    int place = code << 8 | value;
    if (after[place] > 0) {
      return after[place];
    }
    write(code);
    if (next == MOST) {
      clear();
    } else {
      if (next == 1 << width) {
        width++;
      }
      after[place] = (short) next++;
    }
    return value;
  }

  private void clear() {
    if (width == 0) {
      width = 9;
    }
    write(CLEAR);
    Arrays.fill(after, (short) 0);
    next = END + 1;
    width = 9;
  }

  private void write(int code) {
    bits |= code << held;
    held += width;
    while (held >= 8) {
      out.write(bits);
      bits >>>= 8;
      held -= 8;
    }
  }
}
