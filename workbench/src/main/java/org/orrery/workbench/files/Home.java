package org.orrery.workbench.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds what a notebook names by a relative path: first in the working directory, then in Orrery's
 * home (system property {@code orrery.home} or environment variable {@code ORRERY_HOME}).
 */
public final class Home {
  private Home() {}

  /** The first place where this path exists; otherwise an error that names every place tried. */
  public static Path find(String path) {
    Set<Path> tried = new LinkedHashSet<>();
    tried.add(Path.of(path).toAbsolutePath().normalize());
    String home = System.getProperty("orrery.home", System.getenv("ORRERY_HOME"));
    if (home != null) {
      tried.add(Path.of(home).resolve(path).toAbsolutePath().normalize());
    }
    return tried.stream()
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s is not there; looked at %s. Give an absolute path, or set ORRERY_HOME to the folder that holds datasets/ and checkpoints/"
                        .formatted(path, tried)));
  }
}
