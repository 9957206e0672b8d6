package org.orrery.workbench.clips;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A video in a file, or in a stretch of bytes of a larger file. */
record VideoPlace(Path file, long start, long length) {

  static VideoPlace of(Path file) throws IOException {
    return new VideoPlace(file, 0, Files.size(file));
  }

  /** How FFmpeg is told of it. */
  String url() throws IOException {
    return start == 0 && length == Files.size(file)
        ? "file:" + file
        : "subfile,,start,%d,end,%d,,:file:%s".formatted(start, start + length, file);
  }

  /** The size that the video itself says it has, or 0 if it does not say. */
  long statedSize() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(start);
      return Ebml.statedSize(in);
    }
  }
}
