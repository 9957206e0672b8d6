package org.orrery.workbench.clips;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Refuses zips that are made to do harm: paths that lead out, too many files, bombs. Nothing of a
 * zip is unpacked whole into memory, so that a bomb would cost time: it is refused by what all
 * files together grow to. Pictures hardly shrink a hundredfold, black ones do and are let pass up
 * to 4 GiB.
 */
final class SafeZip {
  private static final int MOST_ENTRIES = 100_000;
  private static final long MOST_TIMES_LARGER = 100;
  private static final long SMALL = 4L << 30;

  private SafeZip() {}

  static void refuseUnsafe(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw new IOException(
          "the zip has %d entries; at most %d are read".formatted(zip.size(), MOST_ENTRIES));
    }
    double unpacked = 0;
    long packed = new File(zip.getName()).length();
    for (ZipEntry entry : zip.stream().toList()) {
      String name = entry.getName();
      if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
        throw new IOException(
            "the zip holds %s, a path that leads out of it; such a file is not opened"
                .formatted(name));
      }
      unpacked += entry.getSize();
    }
    if (unpacked > SMALL && unpacked > (double) MOST_TIMES_LARGER * packed) {
      throw new IOException(
          "the zip's files grow from %d to %.0f bytes, as decompression bombs do; it is not opened"
              .formatted(packed, unpacked));
    }
  }
}
