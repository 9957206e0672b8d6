package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A project of Open Source Physics Tracker: a .trk (XML) with the scale and the tracked points, and
 * the frames or the video beside it; a .trz is a zip of the same.
 */
final class TrackerProject implements Format {
  private static final Set<String> ENDINGS = Set.of("trz", "trk");

  @Override
  public String name() {
    return "a Tracker project";
  }

  @Override
  public boolean matches(Path path) {
    return ENDINGS.contains(Places.ending(path.toString())) && Files.isRegularFile(path);
  }

  @Override
  public Clip read(Path path, Reading reading) throws IOException {
    String id = Places.stem(path);
    if (Places.ending(path.toString()).equals("trk")) {
      TrackerFile project =
          TrackerFile.parse(path.getFileName().toString(), Files.readAllBytes(path));
      Path folder = path.toAbsolutePath().normalize().getParent();
      return read(new TrackerFolder(folder), project, id, reading);
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      SafeZip.refuseUnsafe(zip);
      TrackerZip media = new TrackerZip(zip);
      String name = media.project();
      return read(media, TrackerFile.parse(name, media.bytes(name)), id, reading);
    } catch (ZipException e) {
      throw new IOException(
          "the zip is broken or cut short: it ends at byte %d, inside %s (%s); copy or download it again"
              .formatted(Files.size(path), TrackerZip.lastEntry(path), e.getMessage()),
          e);
    }
  }

  private static Clip read(TrackerMedia media, TrackerFile project, String id, Reading reading)
      throws IOException {
    return project.isVideo()
        ? media.video(project.media(), file -> new VideoFile().read(file, reading, id, project))
        : readPictures(media, project, id, reading);
  }

  private static Clip readPictures(
      TrackerMedia media, TrackerFile project, String id, Reading reading) throws IOException {
    List<String> names = pictures(media, project.media());
    Intake intake =
        new Intake(id, reading, project.fps())
            .pixelsPerMetre(project.pixelsPerMetre())
            .outOf(names.size());
    for (int t = 0; t < names.size() && !intake.full(t); t++) {
      if (intake.wants(t)) {
        intake.add(t, picture(media, t, names.get(t)));
      }
    }
    Clip.Builder clip = intake.finish(names.size());
    project.variables(names.size()).forEach(intake::variable);
    return clip.build();
  }

  private static Picture picture(TrackerMedia media, int t, String name) throws IOException {
    try {
      // Tracker looks at no camera's word, and its points are places in the pictures as stored.
      return Picture.stored(media.bytes(name));
    } catch (IOException e) {
      throw new IOException("frame %d, %s: %s".formatted(t, name, e.getMessage()), e);
    }
  }

  /** The first picture and those that follow it in number, as Tracker loads them. */
  private static List<String> pictures(TrackerMedia media, String first) throws IOException {
    List<String> names = new ArrayList<>();
    for (String name = first; media.has(name); name = NumberedName.after(name)) {
      names.add(name);
      if (NumberedName.after(name).equals(name)) {
        break;
      }
    }
    if (names.isEmpty()) {
      throw new IOException("the project names %s, which is not beside it".formatted(first));
    }
    return names;
  }
}
