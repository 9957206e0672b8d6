package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The registry of formats: the first that matches a path reads it. */
final class Formats {
  private static final FrameFolder FRAMES = new FrameFolder();

  private Formats() {}

  /** Every format, in the order in which they are tried. */
  static List<Format> all() {
    List<Format> formats =
        new ArrayList<>(List.of(new DatasetFolder(), new LeRobotFolder(), FRAMES));
    formats.addAll(files());
    formats.add(new ClipFolder());
    return formats;
  }

  /** The formats of single files; those that others bring come last. */
  static List<Format> files() {
    List<Format> files =
        new ArrayList<>(
            List.of(
                new TrackerProject(),
                new NumpyFile(),
                new Hdf5File(),
                new WebDataset(),
                new VideoFile()));
    ServiceLoader.load(Format.class).forEach(files::add);
    return files;
  }

  /** The formats that a folder of clips is searched for: all but such folders themselves. */
  static List<Format> inFolders() {
    List<Format> formats = all();
    return formats.subList(0, formats.size() - 1);
  }

  static Format of(Path file) {
    List<Format> formats = all();
    return formats.stream()
        .filter(format -> format.matches(file))
        .findFirst()
        .orElseThrow(
            () ->
                new ClipReadException(
                    "cannot read %s: it is none of %s"
                        .formatted(
                            file,
                            formats.stream().map(Format::name).collect(Collectors.joining(", ")))));
  }

  static Clip read(Path file, Reading reading) {
    Format format = of(file);
    try {
      refuseEmpty(file);
      Clip clip = ClipMemory.ofThisJvm().within(() -> format.read(file, reading));
      return clip.read(clip.id(), clip.film(), reading);
    } catch (IOException | IllegalArgumentException e) {
      throw failure(file, format, e);
    }
  }

  static ClipSet open(Path file, Reading reading) {
    Format format = of(file);
    try {
      refuseEmpty(file);
      Archive archive = ClipMemory.ofThisJvm().within(() -> format.open(file));
      if (archive.size() == 0) {
        throw new IOException("it holds no clip");
      }
      return new ClipSet(new ArchiveStore(file, format, archive, reading));
    } catch (IOException e) {
      throw failure(file, format, e);
    }
  }

  static ClipReadException failure(Path file, Format format, Exception e) {
    return new ClipReadException(
        "cannot read %s as %s: %s".formatted(file, format.name(), e.getMessage()), e);
  }

  private static void refuseEmpty(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) == 0) {
      throw new IOException("the file is empty (0 bytes); copy or download it again");
    }
  }
}
