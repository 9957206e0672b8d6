package org.orrery.workbench.clips;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds files: from the working directory, else from the checkout that ORRERY_HOME names. */
final class Places {
  private Places() {}

  static Path find(Path path) {
    List<Path> tried = new ArrayList<>(List.of(path.toAbsolutePath().normalize()));
    String home = System.getProperty("orrery.home", System.getenv("ORRERY_HOME"));
    if (home != null && !path.isAbsolute()) {
      tried.add(Path.of(home).resolve(path).toAbsolutePath().normalize());
    }
    return tried.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new ClipReadException(
                    "there is no clip %s: looked for %s; check the name%s"
                        .formatted(
                            path,
                            tried.stream().map(Path::toString).collect(Collectors.joining(" and ")),
                            home == null && !path.isAbsolute()
                                ? ", or set ORRERY_HOME to the checkout that holds it"
                                : "")));
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
