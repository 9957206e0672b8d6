package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** NumPy's files: .npy holds one array, .npz is a zip of several. */
final class NumpyFile implements Format {
  private static final int LARGEST_NOTES = 1 << 22;

  @Override
  public String name() {
    return "a NumPy file";
  }

  @Override
  public boolean matches(Path path) {
    String ending = Places.ending(path.toString());
    return (ending.equals("npy") || ending.equals("npz")) && Files.isRegularFile(path);
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    return SingleClip.of(open(path), reading);
  }

  @Override
  public Archive open(Path path) throws IOException {
    String id = Places.stem(path);
    if (Places.ending(path.toString()).equals("npy")) {
      Rows array = NumpyRows.of(id, Files.size(path), (at, length) -> slice(path, at, length));
      return ArrayClips.of(id, List.of(array), ArrayNotes.none());
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      SafeZip.refuseUnsafe(zip);
      return archive(id, path, zip);
    } catch (ZipException e) {
      throw new IOException(
          "the zip is broken or cut short (%s): it has %d bytes; copy or download it again"
              .formatted(e.getMessage(), Files.size(path)),
          e);
    }
  }

  private static Archive archive(String id, Path path, ZipFile zip) throws IOException {
    List<Rows> arrays = new ArrayList<>();
    ArrayNotes notes = ArrayNotes.none();
    for (ZipEntry entry : zip.stream().toList()) {
      String name = entry.getName();
      if (!name.endsWith(".npy")) {
        continue;
      }
      String array = name.substring(0, name.length() - ".npy".length());
      if (array.equals(ArrayNotes.NAME)) {
        notes = ArrayNotes.of(text(zip, entry));
      } else {
        arrays.add(
            NumpyRows.of(
                array, entry.getSize(), (at, length) -> slice(path, entry.getName(), at, length)));
      }
    }
    return ArrayClips.of(id, arrays, notes);
  }

  private static byte[] slice(Path path, long start, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try (var channel = Files.newByteChannel(path, StandardOpenOption.READ)) {
      channel.position(start);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new IOException("the file ends at byte " + (start + buffer.position()));
        }
      }
    }
    return buffer.array();
  }

  private static byte[] slice(Path path, String entry, long start, int length) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile());
        InputStream stream = zip.getInputStream(zip.getEntry(entry))) {
      stream.skipNBytes(start);
      byte[] bytes = stream.readNBytes(length);
      if (bytes.length < length) {
        throw new IOException(
            "%s ends at byte %d of %d".formatted(entry, start + bytes.length, start + length));
      }
      return bytes;
    }
  }

  /** An array of no sides whose one element is text (UCS-4, as NumPy keeps it). */
  private static String text(ZipFile zip, ZipEntry entry) throws IOException {
    // What the zip says of an entry's length need not be true.
    try (InputStream stream = zip.getInputStream(entry)) {
      byte[] bytes = stream.readNBytes(LARGEST_NOTES + 1);
      if (bytes.length > LARGEST_NOTES) {
        throw new IOException(
            "%s has more than the %d bytes that notes may have"
                .formatted(entry.getName(), LARGEST_NOTES));
      }
      NpyHeader header = NpyHeader.of(bytes);
      if (!header.description().startsWith("<U")) {
        throw new IOException(
            "%s holds %s, not text".formatted(entry.getName(), header.description()));
      }
      return new String(
              bytes, header.start(), bytes.length - header.start(), Charset.forName("UTF-32LE"))
          .replace("\0", "");
    }
  }
}
