package org.orrery.workbench.clips;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * The clips that one file or folder holds, read one at a time and only when asked for.
 *
 * <pre>{@code
 * Archive archive = format.open(Path.of("episodes.h5"));
 * Clip third = archive.read(3, Reading.all().fit(64, 64));
 * }</pre>
 *
 * Safe to read from several threads.
 */
public interface Archive {

  /** The number of clips. */
  int size();

  /** The id of a clip, unique in the archive, found without decoding it. */
  String id(int index);

  /**
   * What the clip is a part of, its own id unless told: clips of one film are in one part of a
   * split.
   */
  default String film(int index) {
    return id(index);
  }

  /** Reads one clip; what is wrong with it is told with the frame or byte where it is. */
  Clip read(int index, Reading reading) throws IOException;

  /** What else is known of the clips, in a line or more; nothing unless told. */
  default String describe() {
    return "";
  }

  /** The number of frames of a clip, where the archive says so without decoding it. */
  default OptionalInt frames(int index) throws IOException {
    return OptionalInt.empty();
  }
}
