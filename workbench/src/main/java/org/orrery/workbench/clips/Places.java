package org.orrery.workbench.clips;

import java.nio.file.Path;
import org.orrery.workbench.files.Home;

/** Finds files and reads their names apart. */
final class Places {
  private Places() {}

  static Path find(Path path) {
    try {
      return Home.find(path);
    } catch (IllegalArgumentException e) {
      throw new ClipReadException(e.getMessage());
    }
  }

  /** The file's name without its ending. */
  static String stem(Path path) {
    String name = path.toAbsolutePath().normalize().getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The file's ending in lower case, without the dot. */
  static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
