package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes clips beside their goal and moves them there when they are whole. */
final class Writing {
  private static final Map<String, Writer> WRITERS =
      Map.of(
          "webm", (clip, file) -> VideoEncoder.write(clip, file, "webm"),
          "mp4", (clip, file) -> VideoEncoder.write(clip, file, "mp4"),
          "png", (clip, file) -> Files.write(file, Apng.of(clip)),
          "apng", (clip, file) -> Files.write(file, Apng.of(clip)),
          "gif", (clip, file) -> Files.write(file, Gif.of(clip)),
          "npz", NpzWriter::write,
          "h5", (clip, file) -> Hdf5Writer.write(List.of(clip), file));

  private Writing() {}

  static void write(Clip clip, Path path) throws IOException {
    String name = path.getFileName().toString();
    if (name.indexOf('.') < 0) {
      folderOf(path);
      PngFolder.write(clip, path);
      return;
    }
    Writer writer = WRITERS.get(Places.ending(name));
    if (writer == null) {
      throw new IOException(
          "clips are written as .webm, .mp4, .png or .apng (animated), .gif, .npz, .h5 or, without an ending, as a folder of PNG frames; not as ."
              + Places.ending(name));
    }
    aside(path, file -> writer.write(clip, file));
  }

  static void write(ClipSet clips, Path path) throws IOException {
    String name = path.getFileName().toString();
    if (Places.ending(name).equals("h5") || Places.ending(name).equals("hdf5")) {
      aside(path, file -> Hdf5Writer.write(clips, file));
    } else if (name.indexOf('.') < 0) {
      folderOf(path);
      LeRobotWriter.write(clips, path);
    } else {
      throw new IOException(
          "sets of clips are written as .h5 or, without an ending, as a LeRobot folder; not as "
              + name);
    }
  }

  private static void aside(Path path, Content content) throws IOException {
    Path aside = temporary(folderOf(path), Places.ending(path.toString()));
    try {
      content.write(aside);
      Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Path folderOf(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "the folder %s does not exist; create it or name another".formatted(folder));
    }
    return folder;
  }

  private static Path temporary(Path folder, String ending) throws IOException {
    try {
      // Not createTempFile: what only its owner may read would stay so under its own name.
      return Files.createFile(folder.resolve(".orrery-" + UUID.randomUUID() + "." + ending));
    } catch (IOException e) {
      throw new IOException(
          "the folder %s cannot be written (%s); name a file in another folder"
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }

  /** Writes one clip in one format. */
  @FunctionalInterface
  private interface Writer {
    void write(Clip clip, Path file) throws IOException;
  }

  /** Fills a file. */
  @FunctionalInterface
  private interface Content {
    void write(Path file) throws IOException;
  }
}
