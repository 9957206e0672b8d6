package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a .npy file (NumPy Enhancement Proposal 1): what the numbers are and how they lie.
 *
 * @param description NumPy's name of the type, such as {@code <f4} or {@code <U7}
 * @param shape the sides of the array
 * @param start the byte at which the numbers start
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NpyHeader(String description, int[] shape, int start) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern DESCRIPTION = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");

  /** Reads the header from the first bytes of a file. */
  static NpyHeader of(byte[] head) throws IOException {
    if (head.length < 12 || !ByteBuffer.wrap(head, 0, 6).equals(ByteBuffer.wrap(MAGIC))) {
      throw new IOException("byte 0: this is no NumPy array (its first bytes are not \\x93NUMPY)");
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    boolean old = head[6] == 1;
    int length = old ? bytes.getShort(8) & 0xffff : bytes.getInt(8);
    int start = (old ? 10 : 12) + length;
    if (length < 0 || start > head.length || start < 0) {
      throw new IOException("byte 8: the header of %d bytes is cut short".formatted(length));
    }
    String text = new String(head, start - length, length, StandardCharsets.UTF_8);
    if (find(ORDER, text).equals("True")) {
      throw new IOException(
          "the array lies in Fortran order; save np.ascontiguousarray(array) instead");
    }
    return new NpyHeader(find(DESCRIPTION, text), shape(find(SHAPE, text)), start);
  }

  /** The bytes that the numbers take. */
  long bytes() throws IOException {
    long bytes = NumberType.of(description).size;
    for (int side : shape) {
      bytes = Math.multiplyExact(bytes, (long) side);
    }
    return bytes;
  }

  /** The same bytes with the first two axes as one. */
  NpyHeader merged() {
    int[] merged = Arrays.copyOfRange(shape, 1, shape.length);
    merged[0] = Math.multiplyExact(shape[0], shape[1]);
    return new NpyHeader(description, merged, start);
  }

  private static int[] shape(String text) throws IOException {
    String[] sides = text.isBlank() ? new String[0] : text.strip().split("\\s*,\\s*");
    int[] shape = new int[sides.length];
    for (int i = 0; i < shape.length; i++) {
      try {
        shape[i] = Integer.parseInt(sides[i].strip());
      } catch (NumberFormatException e) {
        throw new IOException("the array's shape is (%s)".formatted(text), e);
      }
      if (shape[i] < 0) {
        throw new IOException("the array's shape is (%s)".formatted(text));
      }
    }
    return shape;
  }

  private static String find(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IOException(
          "byte 10: the header \"%s\" does not say %s"
              .formatted(
                  text.strip(), pattern.pattern().substring(0, pattern.pattern().indexOf(':'))));
    }
    return matcher.group(1);
  }
}
