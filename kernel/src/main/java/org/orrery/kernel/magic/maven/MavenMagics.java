package org.orrery.kernel.magic.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orrery.kernel.magic.Magic.Quiet;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Workspace;
import org.orrery.kernel.magic.maven.Resolver.Request;

/**
 * Brings Maven artifacts into the notebook: {@code %maven}, {@code %maven-repo}, {@code %%pom}, and
 * the same under the names of other Java kernels.
 */
public final class MavenMagics implements MagicSet {

  private static final Set<String> SCOPES = Set.of("compile", "runtime", "system", "import");

  private final List<Repository> repositories = new ArrayList<>();
  private final Resolution resolution;

  /** Resolves with Maven's library, loaded on first use. */
  public MavenMagics() {
    this(new Resolution(ResolverLibrary::load));
  }

  MavenMagics(Resolution resolution) {
    this.resolution = resolution;
  }

  @Override
  public void addTo(Magics magics) {
    for (var name : List.of("maven", "addMavenDependency", "addMavenDependencies")) {
      magics.line(
          name,
          "%" + name + " [--sources] [--from REPO] GROUP:ARTIFACT:VERSION...",
          "adds artifacts and all they need to the class path",
          this::maven);
    }
    for (var name : List.of("maven-repo", "mavenRepo", "addMavenRepo")) {
      magics.line(
          name, "%" + name + " ID URL", "lets %maven look into one more repository", this::repo);
    }
    for (var name : List.of("pom", "loadFromPOM")) {
      magics.line(
          name,
          "%" + name + " FILE [SCOPE...]",
          "adds the dependencies of a POM file to the class path",
          this::pomFile);
      magics.cell(
          name,
          "%%" + name + " [SCOPE...]",
          "adds the <dependency> elements of the cell, from its <repository> elements too",
          this::pomText);
    }
  }

  private Object maven(MagicCall call, Workspace workspace) throws InterruptedException {
    var asked = new ArrayList<Coordinates>();
    var from = new LinkedHashSet<String>();
    var sources = false;
    var words = call.words().iterator();
    while (words.hasNext()) {
      var word = words.next();
      if (word.equals("--sources")) {
        sources = true;
      } else if (word.equals("--from") && words.hasNext()) {
        from.add(words.next());
      } else if (word.startsWith("--from=")) {
        from.add(word.substring("--from=".length()));
      } else if (word.startsWith("-") && !word.equals("-v") && !word.equals("--verbose")) {
        throw new MagicException(
            "%%%s knows --sources and --from REPO, received %s".formatted(call.name(), word));
      } else if (!word.startsWith("-")) {
        asked.add(Coordinates.parse(word.replaceFirst(";$", "")));
      }
    }
    if (asked.isEmpty()) {
      throw new MagicException(
          "%%%s: which artifact? For example %%maven org.knowm.xchart:xchart:3.8.8"
              .formatted(call.name()));
    }
    var request = new Request(asked, null, SCOPES, chosen(from), sources);
    return new Quiet(resolution.add(request, workspace));
  }

  private List<Repository> chosen(Set<String> from) {
    for (var id : from) {
      if (repositories.stream().noneMatch(one -> one.id().equals(id)) && !id.equals("central")) {
        throw new MagicException(
            "--from %s: there is no such repository, only %s; add it with %%maven-repo %s URL"
                .formatted(id, repositories.isEmpty() ? "central" : repositories, id));
      }
    }
    return from.isEmpty()
        ? repositories
        : repositories.stream().filter(one -> from.contains(one.id())).toList();
  }

  private Object repo(MagicCall call, Workspace workspace) {
    var words = call.words();
    if (words.size() != 2 || !words.get(1).matches("(?i)(https?|file):.+")) {
      throw new MagicException(
          "expected %%%s ID URL with an http:, https: or file: URL, received %%%s %s"
              .formatted(call.name(), call.name(), call.raw()));
    }
    repositories.removeIf(one -> one.id().equals(words.get(0)));
    repositories.add(new Repository(words.get(0), words.get(1)));
    return null;
  }

  private Object pomFile(MagicCall call, Workspace workspace) throws InterruptedException {
    if (call.words().isEmpty()) {
      throw new MagicException("%%%s: which POM file?".formatted(call.name()));
    }
    var file = Path.of(call.words().get(0)).toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw new MagicException("%%%s: there is no file %s".formatted(call.name(), file));
    }
    var scopes = call.words().subList(1, call.words().size());
    return new Quiet(resolution.add(ofPom(file, scopes), workspace));
  }

  private Object pomText(MagicCall call, Workspace workspace) throws Exception {
    var file = Files.createTempFile("notebook", ".pom");
    try {
      Files.writeString(file, PomText.whole(call.body()));
      return new Quiet(resolution.add(ofPom(file, call.words()), workspace));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private Request ofPom(Path file, List<String> scopes) {
    return new Request(
        List.of(), file, scopes.isEmpty() ? SCOPES : Set.copyOf(scopes), repositories, false);
  }
}
