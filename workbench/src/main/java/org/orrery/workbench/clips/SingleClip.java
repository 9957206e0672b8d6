package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Path;

/** A file that holds one clip, as an archive of one. */
record SingleClip(Format format, Path path) implements Archive {

  @Override
  public int size() {
    return 1;
  }

  @Override
  public String id(int index) {
    return Places.stem(path);
  }

  @Override
  public Clip read(int index, Reading reading) throws IOException {
    return format.read(path, reading);
  }

  /** The only clip of an archive; refused with the number of clips when there are more. */
  static Clip of(Archive archive, Reading reading) throws IOException {
    if (archive.size() != 1) {
      throw new IOException(
          "it holds %d clips, not one: take them as a set with Clips.open(..)"
              .formatted(archive.size()));
    }
    return archive.read(0, reading);
  }
}
