package org.orrery.workbench.clips;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * A project of Open Source Physics Tracker (.trz): a zip with the frames or a video, and one .trk
 * (XML) with the scale and the tracked points.
 */
final class TrackerProject implements Format {
  private static final int MOST_ENTRIES = 100_000;
  private static final long LARGEST_ENTRY = 1L << 30;

  @Override
  public String name() {
    return "a Tracker project";
  }

  @Override
  public boolean matches(Path path) {
    return Places.ending(path.toString()).equals("trz") && !Files.isDirectory(path);
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      refuseUnsafe(zip);
      String project = onlyProject(zip);
      Tracking tracking = Tracking.parse(project, bytes(zip, project));
      String id = Places.stem(path);
      return tracking.isVideo()
          ? readVideo(zip, tracking, id, reading)
          : readPictures(zip, tracking, id, reading);
    } catch (ZipException e) {
      throw new IOException(
          "the zip is broken or cut short: it ends at byte %d, inside %s (%s); copy or download it again"
              .formatted(Files.size(path), lastEntry(path), e.getMessage()),
          e);
    }
  }

  private static Clip readPictures(ZipFile zip, Tracking tracking, String id, Reading reading)
      throws IOException {
    List<String> names = pictures(zip, tracking.media());
    Intake intake =
        new Intake(id, reading, tracking.fps()).pixelsPerMetre(tracking.pixelsPerMetre());
    for (int t = 0; t < names.size() && !intake.full(t); t++) {
      if (intake.wants(t)) {
        intake.add(t, picture(zip, t, names.get(t)));
      }
    }
    Clip.Builder clip = intake.finish(names.size());
    tracking.variables(names.size()).forEach(intake::variable);
    return clip.build();
  }

  private static Clip readVideo(ZipFile zip, Tracking tracking, String id, Reading reading)
      throws IOException {
    Path copy = Files.createTempFile("orrery-tracker-", "." + Places.ending(tracking.media()));
    try {
      Files.write(copy, bytes(zip, tracking.media()));
      return new VideoFile().read(copy, reading, id, tracking);
    } finally {
      Files.delete(copy);
    }
  }

  private static Picture picture(ZipFile zip, int t, String name) throws IOException {
    try {
      return Picture.decode(bytes(zip, name));
    } catch (IOException e) {
      throw new IOException("frame %d, %s: %s".formatted(t, name, e.getMessage()), e);
    }
  }

  /** The first picture and those that follow it in number, as Tracker loads them. */
  private static List<String> pictures(ZipFile zip, String first) throws IOException {
    List<String> names = new ArrayList<>();
    for (String name = first; zip.getEntry(name) != null; name = NumberedName.after(name)) {
      names.add(name);
      if (NumberedName.after(name).equals(name)) {
        break;
      }
    }
    if (names.isEmpty()) {
      throw new IOException("the project names %s, which the zip does not hold".formatted(first));
    }
    return names;
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException("the project names %s, which the zip does not hold".formatted(name));
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      byte[] content = stream.readNBytes((int) LARGEST_ENTRY);
      if (stream.read() != -1) {
        throw new IOException("%s is larger than %d bytes".formatted(name, LARGEST_ENTRY));
      }
      return content;
    }
  }

  private static void refuseUnsafe(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw new IOException(
          "the zip has %d entries; at most %d are read".formatted(zip.size(), MOST_ENTRIES));
    }
    for (ZipEntry entry : zip.stream().toList()) {
      String name = entry.getName();
      if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
        throw new IOException(
            "the zip holds %s, a path that leads out of it; such a file is not opened"
                .formatted(name));
      }
      if (entry.getSize() > LARGEST_ENTRY) {
        throw new IOException(
            "the zip's %s has %d bytes; at most %d are read"
                .formatted(name, entry.getSize(), LARGEST_ENTRY));
      }
    }
  }

  /** The file that a zip without its end breaks off in, such as the last frame there is. */
  private static String lastEntry(Path path) throws IOException {
    String last = "its first file";
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(path))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        last = entry.getName();
        zip.transferTo(OutputStream.nullOutputStream());
      }
      return last;
    } catch (EOFException | ZipException e) {
      return last;
    }
  }

  private static String onlyProject(ZipFile zip) throws IOException {
    List<String> projects =
        zip.stream().map(ZipEntry::getName).filter(n -> Places.ending(n).equals("trk")).toList();
    if (projects.size() != 1) {
      throw new IOException("one .trk is needed in the zip; it holds %s".formatted(projects));
    }
    return projects.get(0);
  }
}
