package org.orrery.workbench.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds what a notebook names by a relative path: first in the working directory, then in Orrery's
 * home (system property {@code orrery.home} or environment variable {@code ORRERY_HOME}).
 */
public final class Home {
  private Home() {}

  /**
   * The first place where this path exists.
   *
   * @throws IllegalArgumentException when it exists nowhere; the message names every place tried
   */
  public static Path find(Path path) {
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
                new IllegalArgumentException(
                    "there is no %s (looked for %s); check the name%s"
                        .formatted(
                            path,
                            tried.stream().map(Path::toString).collect(Collectors.joining(" and ")),
                            home == null && !path.isAbsolute()
                                ? ", or set ORRERY_HOME to the folder that holds datasets/ and checkpoints/"
                                : "")));
  }
}
