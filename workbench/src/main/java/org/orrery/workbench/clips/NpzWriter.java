package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a clip as .npz: {@code frames} uint8 [time, height, width(, 3)], a float32 array [time, k]
 * for every variable, and {@code orrery}, a text with the rate, the scale and the units.
 */
final class NpzWriter {
  private NpzWriter() {}

  static void write(Clip clip, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      int[] shape =
          clip.channels() == 1
              ? new int[] {clip.frames(), clip.height(), clip.width()}
              : new int[] {clip.frames(), clip.height(), clip.width(), 3};
      entry(zip, "frames", "|u1", shape);
      for (int t = 0; t < clip.frames(); t++) {
        zip.write(Interleaved.of(clip, t));
      }
      zip.closeEntry();
      for (Variable variable : clip.variables().values()) {
        int k = variable.components().size();
        entry(zip, variable.name(), "<f4", variable.frames(), k);
        ByteBuffer numbers =
            ByteBuffer.allocate(4 * k * variable.frames()).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : variable.values()) {
          for (float value : row) {
            numbers.putFloat(value);
          }
        }
        zip.write(numbers.array());
        zip.closeEntry();
      }
      String notes = ArrayNotes.json(clip);
      entry(zip, ArrayNotes.NAME, "<U" + notes.codePointCount(0, notes.length()));
      zip.write(notes.getBytes(Charset.forName("UTF-32LE")));
      zip.closeEntry();
    }
  }

  /** Starts an array: its header takes a multiple of 64 bytes. */
  private static void entry(ZipOutputStream zip, String name, String type, int... shape)
      throws IOException {
    ZipEntry entry = new ZipEntry(name + ".npy");
    entry.setTime(0);
    zip.putNextEntry(entry);
    String sides = Arrays.stream(shape).mapToObj(n -> n + ", ").collect(Collectors.joining());
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, sides);
    int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
    ByteBuffer start = ByteBuffer.allocate(10 + length).order(ByteOrder.LITTLE_ENDIAN);
    start.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    start.put((byte) 1).put((byte) 0).putShort((short) length);
    start.put(header.getBytes(StandardCharsets.US_ASCII));
    while (start.remaining() > 1) {
      start.put((byte) ' ');
    }
    zip.write(start.put((byte) '\n').array());
  }
}
