package org.orrery.kernel.magic.maven.aether;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.maven.Coordinates;
import org.orrery.kernel.magic.maven.Resolver;
import org.orrery.kernel.magic.maven.Transfers;

/** Resolves with Maven's resolver library, as Maven 3 would: settings, local repository, rules. */
public final class AetherResolver implements Resolver {

  private final RepositorySystem system = new JdkHttpSupplier().get();

  @Override
  public List<Found> resolve(Request request, Transfers transfers) {
    var settings = MavenSettings.read();
    try (var session = Sessions.open(system, settings, request.pom(), transfers)) {
      var remotes = settings.remotes(request.repositories(), system, session);
      return new Resolving(session, remotes, request).found();
    }
  }

  /** One request's way to its artifacts. */
  private final class Resolving {

    private final CloseableSession session;
    private final Request request;
    private final Faults faults;
    private List<RemoteRepository> remotes;

    Resolving(CloseableSession session, List<RemoteRepository> remotes, Request request) {
      this.session = session;
      this.remotes = remotes;
      this.request = request;
      this.faults = new Faults(system, session);
    }

    List<Found> found() {
      var wanted = new CollectRequest();
      for (var one : request.artifacts()) {
        wanted.addDependency(new Dependency(artifact(one), JavaScopes.COMPILE));
      }
      if (request.pom() != null) {
        addWhatThePomAsksFor(wanted);
      }
      wanted.setRepositories(remotes);
      var found = new LinkedHashMap<String, Found>();
      for (var result : dependencies(wanted)) {
        add(found, result.getArtifact());
      }
      if (request.sources()) {
        addSources(found, wanted.getDependencies());
      }
      return List.copyOf(found.values());
    }

    private List<ArtifactResult> dependencies(CollectRequest wanted) {
      var runtime = DependencyFilterUtils.classpathFilter(JavaScopes.RUNTIME, JavaScopes.COMPILE);
      var everything = request.pom() != null;
      try {
        return system
            .resolveDependencies(
                session, new DependencyRequest(wanted, everything ? null : runtime))
            .getArtifactResults();
      } catch (DependencyResolutionException e) {
        throw faults.of(e, remotes);
      }
    }

    /** Takes the POM's dependencies of the scopes asked for, its management and repositories. */
    private void addWhatThePomAsksFor(CollectRequest wanted) {
      var pom = readPom();
      pom.getDependencies().stream()
          .filter(one -> request.scopes().contains(one.getScope()))
          .map(one -> one.setScope(JavaScopes.COMPILE))
          .forEach(wanted::addDependency);
      wanted.setManagedDependencies(pom.getManagedDependencies());
      remotes = system.newResolutionRepositories(session, merged(remotes, pom.getRepositories()));
    }

    private ArtifactDescriptorResult readPom() {
      try {
        var artifact = PomOnDisk.of(request.pom()).artifact();
        return system.readArtifactDescriptor(
            session, new ArtifactDescriptorRequest(artifact, remotes, null));
      } catch (ArtifactDescriptorException e) {
        throw new MagicException(
            "cannot read the POM %s: %s".formatted(request.pom(), Faults.root(e)), e);
      }
    }

    private void addSources(Map<String, Found> found, List<Dependency> wanted) {
      for (var one : wanted) {
        var asked = one.getArtifact();
        var key = asked.getGroupId() + ":" + asked.getArtifactId();
        var version =
            found.get(key) == null ? asked.getVersion() : found.get(key).coordinates().version();
        var sources =
            new DefaultArtifact(
                asked.getGroupId(), asked.getArtifactId(), "sources", "jar", version);
        try {
          var result = system.resolveArtifact(session, new ArtifactRequest(sources, remotes, null));
          add(found, result.getArtifact());
        } catch (ArtifactResolutionException e) {
          System.err.println("note: no sources of " + asked + " in " + Faults.names(remotes));
        }
      }
    }
  }

  private static void add(Map<String, Found> found, Artifact artifact) {
    var coordinates =
        new Coordinates(
            artifact.getGroupId(),
            artifact.getArtifactId(),
            artifact.getExtension(),
            artifact.getClassifier(),
            artifact.getVersion());
    var key = artifact.getGroupId() + ":" + artifact.getArtifactId();
    var classified = artifact.getClassifier().isEmpty() ? key : key + ":" + coordinates;
    found.putIfAbsent(classified, new Found(coordinates, artifact.getPath()));
  }

  private static Artifact artifact(Coordinates one) {
    return new DefaultArtifact(
        one.group(), one.artifact(), one.classifier(), one.type(), one.version());
  }

  private static List<RemoteRepository> merged(
      List<RemoteRepository> ours, List<RemoteRepository> ofPom) {
    var all = new ArrayList<>(ours);
    ofPom.stream()
        .filter(one -> ours.stream().noneMatch(known -> known.getUrl().equals(one.getUrl())))
        .forEach(all::add);
    return all;
  }
}
