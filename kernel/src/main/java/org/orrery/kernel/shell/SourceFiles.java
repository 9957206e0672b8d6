package org.orrery.kernel.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.ZipFile;

/**
 * Finds the source of classes: in the JDK's {@code lib/src.zip}, in {@code x-sources.jar} beside
 * {@code x.jar} of the class path, and where Maven's local repository keeps it.
 */
final class SourceFiles {

  private final Path javaHome;
  private final Path repository;
  private final Map<Path, Optional<Path>> sourcesOf = new LinkedHashMap<>();

  SourceFiles(Path javaHome, Path mavenRepository) {
    this.javaHome = javaHome;
    this.repository = mavenRepository;
  }

  static SourceFiles ofThisMachine() {
    var repository = System.getProperty("maven.repo.local");
    return new SourceFiles(
        Path.of(System.getProperty("java.home")),
        repository != null
            ? Path.of(repository)
            : Path.of(System.getProperty("user.home"), ".m2", "repository"));
  }

  /**
   * The source of the file whose type is {@code qualified}.
   *
   * @param module the module of the JDK it belongs to; "" for the class path
   */
  Optional<String> text(String module, String qualified, List<Path> classPath) {
    var file = qualified.replace('.', '/') + ".java";
    if (!module.isEmpty()) {
      return read(javaHome.resolve("lib/src.zip"), module + "/" + file);
    }
    var simple = qualified.replace('.', '/') + ".class";
    for (var jar : classPath) {
      var sources = sourcesOf.computeIfAbsent(jar, this::sources);
      var text = sources.flatMap(one -> read(one, file));
      if (text.isPresent() && contains(jar, simple)) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<Path> sources(Path jar) {
    if (!jar.toString().endsWith(".jar") || !Files.isRegularFile(jar)) {
      return Optional.empty();
    }
    var name = jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar");
    var places = new ArrayList<Path>(List.of(jar.resolveSibling(name)));
    coordinates(jar).ifPresent(one -> places.add(repository.resolve(one)));
    return places.stream().filter(Files::isRegularFile).findFirst();
  }

  /** Where the repository keeps the sources of {@code jar}, if the jar tells its coordinates. */
  private static Optional<String> coordinates(Path jar) {
    try (var zip = new ZipFile(jar.toFile())) {
      var told =
          zip.stream()
              .filter(one -> one.getName().matches("META-INF/maven/[^/]+/[^/]+/pom.properties"))
              .toList();
      if (told.size() != 1) {
        return Optional.empty(); // none, or a jar made of several
      }
      var properties = new Properties();
      try (var in = zip.getInputStream(told.get(0))) {
        properties.load(in);
      }
      var artifact = properties.getProperty("artifactId");
      var version = properties.getProperty("version");
      return Optional.of(
          "%s/%s/%s/%s-%s-sources.jar"
              .formatted(
                  properties.getProperty("groupId", "").replace('.', '/'),
                  artifact,
                  version,
                  artifact,
                  version));
    } catch (IOException e) {
      return Optional.empty(); // no jar that could be read
    }
  }

  private static boolean contains(Path jar, String entry) {
    try (var zip = new ZipFile(jar.toFile())) {
      return zip.getEntry(entry) != null;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<String> read(Path zipFile, String entry) {
    if (!Files.isRegularFile(zipFile)) {
      return Optional.empty();
    }
    try (var zip = new ZipFile(zipFile.toFile())) {
      var found = zip.getEntry(entry);
      if (found == null) {
        return Optional.empty();
      }
      try (var in = zip.getInputStream(found)) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return Optional.empty(); // documentation is no reason to fail
    }
  }
}
