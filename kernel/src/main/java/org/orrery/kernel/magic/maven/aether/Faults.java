package org.orrery.kernel.magic.maven.aether;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.orrery.kernel.magic.MagicException;

/** Says which artifact cannot be had, where it was looked for, why, and what to do. */
final class Faults {

  private static final int VERSIONS_SHOWN = 5;

  private final RepositorySystem system;
  private final RepositorySystemSession session;

  Faults(RepositorySystem system, RepositorySystemSession session) {
    this.system = system;
    this.session = session;
  }

  MagicException of(DependencyResolutionException e, List<RemoteRepository> remotes) {
    var missing = cause(e, ArtifactResolutionException.class);
    if (missing != null) {
      return new MagicException(
          missing.getResults().stream()
              .filter(result -> !result.isResolved())
              .map(result -> one(result, remotes))
              .distinct()
              .collect(Collectors.joining("\n")),
          e);
    }
    return new MagicException(
        "cannot resolve %s: %s; looked in %s".formatted(asked(e), root(e), names(remotes)), e);
  }

  private static String asked(DependencyResolutionException e) {
    return e.getResult().getRequest().getCollectRequest().getDependencies().stream()
        .map(one -> named(one.getArtifact()))
        .collect(Collectors.joining(", "));
  }

  private String one(ArtifactResult result, List<RemoteRepository> remotes) {
    var artifact = result.getRequest().getArtifact();
    var name = named(artifact);
    var local = session.getLocalRepository().getBasePath();
    for (var why : result.getExceptions()) {
      if (cause(why, ChecksumFailureException.class) != null) {
        return "%s: %s; what came was thrown away, look into the repository or ask again later"
            .formatted(name, root(why));
      }
    }
    if (session.isOffline()) {
      return "%s is not in the local repository %s, and Maven's settings.xml says to stay offline: remove <offline> there and run the cell again"
          .formatted(name, local);
    }
    var unreachable =
        result.getExceptions().stream()
            .filter(why -> !(why instanceof ArtifactNotFoundException))
            .map(Faults::root)
            .distinct()
            .toList();
    if (!unreachable.isEmpty()) {
      return "%s is not in the local repository %s and could not be fetched from %s: %s; check the network, or the proxy in ~/.m2/settings.xml"
          .formatted(name, local, names(remotes), String.join("; ", unreachable));
    }
    return "%s is in none of %s: %s, or name its repository with %%maven-repo ID URL"
        .formatted(name, names(remotes), advice(artifact, remotes));
  }

  private String advice(Artifact artifact, List<RemoteRepository> remotes) {
    var versions = versions(artifact, remotes);
    return versions.isEmpty()
        ? "check the coordinates"
        : "the newest versions there are " + String.join(", ", versions);
  }

  private List<String> versions(Artifact artifact, List<RemoteRepository> remotes) {
    var any = new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "jar", "[0,)");
    try {
      var found =
          system
              .resolveVersionRange(session, new VersionRangeRequest(any, remotes, null))
              .getVersions();
      var newest = new ArrayList<String>();
      for (int i = found.size() - 1; i >= 0 && newest.size() < VERSIONS_SHOWN; i--) {
        newest.add(found.get(i).toString());
      }
      return newest;
    } catch (VersionRangeResolutionException e) {
      return List.of(); // only a hint, and the fault itself is told
    }
  }

  static String names(List<RemoteRepository> remotes) {
    return remotes.stream()
        .map(one -> one.getId() + " (" + one.getUrl() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String named(Artifact artifact) {
    return artifact.toString().replaceFirst("^([^:]+:[^:]+):(?:jar|pom):([^:]+)$", "$1:$2");
  }

  /** The words of the innermost cause that has any. */
  static String root(Throwable thrown) {
    var words = thrown.toString();
    for (var one = thrown; one != null; one = one.getCause()) {
      if (one.getMessage() != null) {
        words = one.getMessage();
      }
    }
    return words;
  }

  private static <T extends Throwable> T cause(Throwable thrown, Class<T> kind) {
    for (var one = thrown; one != null; one = one.getCause()) {
      if (kind.isInstance(one)) {
        return kind.cast(one);
      }
    }
    return null;
  }
}
