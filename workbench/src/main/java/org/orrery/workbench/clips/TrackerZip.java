package org.orrery.workbench.clips;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The files in a zipped project (.trz). */
record TrackerZip(ZipFile zip) implements TrackerMedia {
  private static final long LARGEST_ENTRY = 1L << 30;

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
    try (InputStream stream = zip.getInputStream(entry(name))) {
      return stream.readAllBytes();
    }
  }

  @Override
  public Clip video(String name, VideoReader reader) throws IOException {
    Path copy = Files.createTempFile("orrery-tracker-", "." + Places.ending(name));
    try (InputStream stream = zip.getInputStream(entry(name))) {
      Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
      return reader.read(copy);
    } finally {
      Files.delete(copy);
    }
  }

  private ZipEntry entry(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the project names %s, which the zip does not hold".formatted(name));
    }
    if (entry.getSize() > LARGEST_ENTRY) {
      throw new IOException(
          "the zip's %s has %d bytes; at most %d are read"
              .formatted(name, entry.getSize(), LARGEST_ENTRY));
    }
    return entry;
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
