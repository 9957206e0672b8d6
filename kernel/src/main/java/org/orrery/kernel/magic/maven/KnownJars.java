package org.orrery.kernel.magic.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.orrery.kernel.magic.maven.Resolver.Found;

/**
 * The jars of a class path. A class is loaded once and from the first jar that has it, so that a
 * second version of a library would only confuse.
 */
final class KnownJars {

  private static final String ABOUT = "META-INF/maven/";

  private final List<Path> classPath;

  KnownJars(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
  }

  /** The jar that is there already with the same library in it, of any version. */
  Optional<Path> presentInsteadOf(Found found) {
    var coordinates = found.coordinates();
    var classifier =
        coordinates.classifier().isEmpty() ? "" : "-" + Pattern.quote(coordinates.classifier());
    var sameName =
        Pattern.compile(
            Pattern.quote(coordinates.artifact())
                + "-\\d[^-]*(-[A-Z0-9][^-]*|-jre|-android)*?"
                + classifier
                + "\\.jar");
    return classPath.stream()
        .filter(jar -> jar.equals(found.file()) || isOf(coordinates, jar, sameName))
        .findFirst();
  }

  private static boolean isOf(Coordinates coordinates, Path jar, Pattern sameName) {
    return jar.getFileName() != null
        && sameName.matcher(jar.getFileName().toString()).matches()
        && Files.isRegularFile(jar)
        && !saysItIsAnother(coordinates, jar);
  }

  /** Another group may have an artifact of that name: the jar knows what it was built from. */
  private static boolean saysItIsAnother(Coordinates coordinates, Path jar) {
    try (var zip = new ZipFile(jar.toFile())) {
      var own = ABOUT + coordinates.group() + "/" + coordinates.artifact() + "/";
      var about = zip.stream().filter(entry -> entry.getName().startsWith(ABOUT)).toList();
      return !about.isEmpty() && about.stream().noneMatch(one -> one.getName().startsWith(own));
    } catch (IOException e) {
      return true; // what cannot be read cannot stand in for it
    }
  }
}
