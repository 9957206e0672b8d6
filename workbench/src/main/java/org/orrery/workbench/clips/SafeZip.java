package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Refuses zips that are made to do harm: paths that lead out, too many files, bombs. */
final class SafeZip {
  private static final int MOST_ENTRIES = 100_000;
  private static final long MOST_TIMES_LARGER = 1100;
  private static final long SMALL = 64L << 20;

  private SafeZip() {}

  static void refuseUnsafe(ZipFile zip) throws IOException {
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
      if (entry.getSize() > SMALL
          && entry.getSize() > MOST_TIMES_LARGER * Math.max(1, entry.getCompressedSize())) {
        throw new IOException(
            "the zip's %s grows from %d to %d bytes, as decompression bombs do; it is not opened"
                .formatted(name, entry.getCompressedSize(), entry.getSize()));
      }
    }
  }
}
