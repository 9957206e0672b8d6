package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files beside a project file (.trk) in a folder; those outside the folder are not opened. */
record TrackerFolder(Path folder) implements TrackerMedia {

  @Override
  public boolean has(String name) {
    Path path = folder.resolve(name).normalize();
    return path.startsWith(folder) && Files.isRegularFile(path);
  }

  @Override
  public byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(inside(name));
  }

  @Override
  public Clip video(String name, VideoReader reader) throws IOException {
    return reader.read(inside(name));
  }

  private Path inside(String name) throws IOException {
    Path path = folder.resolve(name).normalize();
    if (!path.startsWith(folder)) {
      throw new IOException(
          "the project names %s, which is outside its folder %s; put the file beside the project"
              .formatted(name, folder));
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException("the project names %s, which is not in %s".formatted(name, folder));
    }
    return path;
  }
}
