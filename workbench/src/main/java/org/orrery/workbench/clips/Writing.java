package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a clip beside its goal and moves it there when it is whole. */
final class Writing {
  private Writing() {}

  static void write(Clip clip, Path path) throws IOException {
    String ending = Places.ending(path.toString());
    if (!VideoEncoder.knows(ending) && !ending.equals("png")) {
      throw new IOException(
          "clips are written as .webm, .mp4 or .png (animated), not as ." + ending);
    }
    Path folder = path.toAbsolutePath().getParent();
    Path aside = aside(folder, ending);
    try {
      if (ending.equals("png")) {
        Files.write(aside, Apng.of(clip));
      } else {
        VideoEncoder.write(clip, aside, ending);
      }
      Files.move(aside, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static Path aside(Path folder, String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "the folder %s does not exist; create it or name another".formatted(folder));
    }
    try {
      return Files.createTempFile(folder, ".orrery-", "." + ending);
    } catch (IOException e) {
      throw new IOException(
          "the folder %s cannot be written (%s); name a file in another folder"
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }
}
