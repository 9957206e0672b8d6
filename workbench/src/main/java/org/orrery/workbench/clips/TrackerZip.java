package org.orrery.workbench.clips;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The files in a zipped project (.trz). */
record TrackerZip(ZipFile zip) implements TrackerMedia {
  private static final long LARGEST_VIDEO = 1L << 30;
  private static final int LARGEST_IN_MEMORY = 1 << 28;

  /** The one project file in the zip. */
  String project() throws IOException {
    List<String> projects =
        zip.stream().map(ZipEntry::getName).filter(n -> Places.ending(n).equals("trk")).toList();
    if (projects.size() != 1) {
      throw new IOException("one .trk is needed in the zip; it holds %s".formatted(projects));
    }
    return projects.get(0);
  }

  @Override
  public boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  @Override
  public byte[] bytes(String name) throws IOException {
    // What the zip says of an entry's length need not be true.
    try (InputStream stream = zip.getInputStream(entry(name, LARGEST_IN_MEMORY))) {
      byte[] bytes = stream.readNBytes(LARGEST_IN_MEMORY + 1);
      if (bytes.length > LARGEST_IN_MEMORY) {
        throw tooLarge(name, LARGEST_IN_MEMORY);
      }
      return bytes;
    }
  }

  @Override
  public Clip video(String name, VideoReader reader) throws IOException {
    Path copy = Files.createTempFile("orrery-tracker-", "." + Places.ending(name));
    try {
      copy(name, copy);
      return reader.read(copy);
    } finally {
      Files.delete(copy);
    }
  }

  private void copy(String name, Path to) throws IOException {
    try (InputStream stream = zip.getInputStream(entry(name, LARGEST_VIDEO));
        OutputStream file = Files.newOutputStream(to)) {
      byte[] part = new byte[1 << 16];
      long copied = 0;
      for (int n = stream.read(part); n >= 0; n = stream.read(part)) {
        copied += n;
        if (copied > LARGEST_VIDEO) {
          throw tooLarge(name, LARGEST_VIDEO);
        }
        file.write(part, 0, n);
      }
    }
  }

  private ZipEntry entry(String name, long most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the project names %s, which the zip does not hold".formatted(name));
    }
    if (entry.getSize() > most) {
      throw tooLarge(name, most);
    }
    return entry;
  }

  private static IOException tooLarge(String name, long most) {
    return new IOException(
        "the zip's %s is larger than the %d bytes that are read of a file".formatted(name, most));
  }

  /** The file that a zip without its end breaks off in, such as the last frame there is. */
  static String lastEntry(Path path) throws IOException {
    String last = "its first file";
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        last = entry.getName();
        zip.transferTo(OutputStream.nullOutputStream());
      }
      return last;
    } catch (EOFException | ZipException | IllegalArgumentException e) {
      return last; // the last of them: a name that is no text
    }
  }
}
