package org.orrery.workbench.clips;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A kind of file that clips are read from. Formats beside the built-in ones are found with {@link
 * java.util.ServiceLoader}.
 *
 * <pre>{@code
 * Format raw = ...;
 * raw.matches(Path.of("clip.raw"));              // true
 * Clip clip = raw.read(path, Reading.all());
 * Archive many = raw.open(path);                 // for kinds of file that hold many clips
 * }</pre>
 */
public interface Format {

  /** The format's name in a sentence, such as "a video". */
  String name();

  /** Whether the path looks like this format, by its name or by what the folder holds. */
  boolean matches(Path path);

  /** Reads a clip; what is wrong with the file is told with the frame or byte where it is. */
  Clip read(Path path, Reading reading) throws IOException;

  /** Opens the clips of a file; one unless the format holds many. Decodes nothing. */
  default Archive open(Path path) throws IOException {
    return new SingleClip(this, path);
  }
}
