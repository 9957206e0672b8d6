package org.orrery.workbench.probes;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Someone's latents in NumPy's own formats: an NPY file, or an array of an NPZ (numpy.lib.format,
 * versions 1 to 3; little-endian floats or whole numbers in C order).
 */
final class LatentFile {
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr':\\s*'([<|=]?[fi][248])'");
  private static final Pattern C_ORDER = Pattern.compile("'fortran_order':\\s*False");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

  private LatentFile() {}

  /**
   * The array of that name in an NPZ; for an NPY, or an NPZ of one array, the name may be empty.
   */
  static INDArray read(Path file, String name) {
    try {
      if (!file.getFileName().toString().endsWith(".npz")) {
        try (InputStream in = Files.newInputStream(file)) {
          return array(file, file.getFileName().toString(), in);
        }
      }
      try (ZipFile zip = new ZipFile(file.toFile())) {
        ZipEntry entry = entry(file, zip, name);
        try (InputStream in = zip.getInputStream(entry)) {
          return array(file, entry.getName(), in);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read latents from %s: %s".formatted(file, e), e);
    }
  }

  private static ZipEntry entry(Path file, ZipFile zip, String name) {
    if (name.isEmpty() && zip.size() == 1) {
      return zip.entries().nextElement();
    }
    ZipEntry entry = zip.getEntry(name + ".npy");
    if (entry == null) {
      throw refused(
          file,
          "it has no array \"%s\"; there are %s",
          name,
          Collections.list(zip.entries()).stream()
              .map(e -> e.getName().replaceAll("\\.npy$", ""))
              .limit(30)
              .toList());
    }
    return entry;
  }

  private static INDArray array(Path file, String name, InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    String header;
    try {
      header = header(file, name, data);
    } catch (EOFException e) {
      throw refused(file, "%s ends inside its header", name);
    }
    Matcher type = DESCR.matcher(header);
    Matcher sides = SHAPE.matcher(header);
    if (!type.find() || !sides.find() || !C_ORDER.matcher(header).find()) {
      throw refused(
          file,
          "%s is described as %s; little-endian f4, f8, i4 or i8 in C order is read: save it with numpy.ascontiguousarray(z, \"float32\")",
          name,
          header.strip());
    }
    String descr = type.group(1).substring(type.group(1).length() - 2);
    int width = descr.charAt(1) - '0';
    long[] shape = shape(file, name, sides.group(1), width);
    long n = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    byte[] bytes = data.readNBytes((int) n * width);
    if (bytes.length != n * width) {
      throw refused(file, "%s needs %d bytes and has %d", name, n * width, bytes.length);
    }
    ByteBuffer numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return values(file, name, descr, numbers, (int) n).reshape(shape);
  }

  private static String header(Path file, String name, DataInputStream data) throws IOException {
    byte[] magic = data.readNBytes(8);
    if (magic.length < 8
        || magic[0] != (byte) 0x93
        || !new String(magic, 1, 5, StandardCharsets.ISO_8859_1).equals("NUMPY")) {
      throw refused(file, "%s does not begin as an NPY does", name);
    }
    int length =
        magic[6] == 1
            ? Short.toUnsignedInt(Short.reverseBytes(data.readShort()))
            : Integer.reverseBytes(data.readInt());
    if (length < 0 || length > LONGEST_HEADER) {
      throw refused(file, "%s has a header of %d bytes; %d are read", name, length, LONGEST_HEADER);
    }
    return new String(data.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static long[] shape(Path file, String name, String text, int width) {
    long[] shape =
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(side -> !side.isEmpty())
            .mapToLong(side -> side.length() > 9 ? Long.MAX_VALUE : Long.parseLong(side))
            .toArray();
    long bytes = width;
    for (long side : shape) {
      if (side < 1 || bytes > Integer.MAX_VALUE / side) {
        throw refused(file, "%s has shape (%s); 1 number to 2 GiB are read", name, text);
      }
      bytes *= side;
    }
    return shape;
  }

  private static INDArray values(Path file, String name, String descr, ByteBuffer numbers, int n) {
    double[] doubles = new double[n];
    switch (descr) {
      case "f4" -> {
        float[] floats = new float[n];
        numbers.asFloatBuffer().get(floats);
        return Nd4j.createFromArray(floats);
      }
      case "f8" -> numbers.asDoubleBuffer().get(doubles);
      case "i4" -> Arrays.setAll(doubles, i -> numbers.getInt(4 * i));
      case "i8" -> Arrays.setAll(doubles, i -> numbers.getLong(8 * i));
      default -> throw refused(file, "%s holds %s; f4, f8, i4 and i8 are read", name, descr);
    }
    return Nd4j.createFromArray(doubles);
  }

  private static IllegalArgumentException refused(Path file, String reason, Object... values) {
    return new IllegalArgumentException(
        "%s holds no latents that can be read: %s".formatted(file, reason.formatted(values)));
  }
}
