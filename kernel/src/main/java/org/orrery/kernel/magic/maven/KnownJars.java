package org.orrery.kernel.magic.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.maven.Resolver.Found;

/**
 * The jars of a class path. A class is loaded once and from the first jar that has it, so that a
 * second version of a library would only confuse.
 */
final class KnownJars {

  private final List<Path> names;

  KnownJars(List<Path> classPath) {
    names = classPath.stream().map(Path::getFileName).filter(name -> name != null).toList();
  }

  /** The file name of the jar that is there already with the same library in it, of any version. */
  Optional<Path> presentInsteadOf(Found found) {
    var coordinates = found.coordinates();
    var classifier =
        coordinates.classifier().isEmpty() ? "" : "-" + Pattern.quote(coordinates.classifier());
    var same =
        Pattern.compile(
            Pattern.quote(coordinates.artifact())
                + "-\\d[^-]*(-[A-Z0-9][^-]*)*?"
                + classifier
                + "\\.jar");
    return names.stream().filter(name -> same.matcher(name.toString()).matches()).findFirst();
  }
}
