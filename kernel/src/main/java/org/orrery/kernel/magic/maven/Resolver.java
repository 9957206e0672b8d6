package org.orrery.kernel.magic.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.orrery.kernel.magic.MagicException;

/** Finds artifacts and all that they need to run, downloading what the local repository lacks. */
public interface Resolver {

  /**
   * What to find.
   *
   * @param artifacts what is asked for by name
   * @param pom a POM whose dependencies are asked for, or null
   * @param scopes which of the POM's own dependencies to take, such as {@code compile}
   * @param repositories where to look, besides those of settings.xml and of POMs
   * @param sources whether to fetch the sources of what is asked for as well
   */
  record Request(
      List<Coordinates> artifacts,
      Path pom,
      Set<String> scopes,
      List<Repository> repositories,
      boolean sources) {

    public Request {
      artifacts = List.copyOf(artifacts);
      scopes = Set.copyOf(scopes);
      repositories = List.copyOf(repositories);
    }
  }

  /** An artifact that was found, with its version, and its file in the local repository. */
  record Found(Coordinates coordinates, Path file) {}

  /**
   * Every artifact needed at run time, those asked for first.
   *
   * @throws MagicException naming the artifact that cannot be had, where it was looked for, and
   *     what to do
   */
  List<Found> resolve(Request request, Transfers transfers);
}
