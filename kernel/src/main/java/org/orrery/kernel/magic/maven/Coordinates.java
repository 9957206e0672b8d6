package org.orrery.kernel.magic.maven;

import java.util.Locale;
import org.orrery.kernel.magic.MagicException;

/**
 * The name of an artifact.
 *
 * <pre>{@code
 * Coordinates.parse("org.knowm.xchart:xchart:3.8.8");
 * Coordinates.parse("org.bytedeco:ffmpeg:jar:linux-x86_64:8.1.2-1.5.14");
 * Coordinates.parse("com.google.guava:guava:LATEST");       // or RELEASE, or [32,33)
 * }</pre>
 *
 * @param type the file's ending, {@code jar} unless said otherwise
 * @param classifier may be empty
 * @param version a version, a range, {@code LATEST} or {@code RELEASE}
 */
public record Coordinates(
    String group, String artifact, String type, String classifier, String version) {

  /**
   * The coordinates written as {@code group:artifact:version}, {@code group:artifact:type:version}
   * or {@code group:artifact:type:classifier:version}.
   *
   * @throws MagicException when {@code text} is none of these
   */
  public static Coordinates parse(String text) {
    var parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isBlank() && i != 2) {
        throw refused(text);
      }
    }
    return switch (parts.length) {
      case 3 -> of(parts[0], parts[1], "", "", parts[2]);
      case 4 -> of(parts[0], parts[1], parts[2], "", parts[3]);
      case 5 -> of(parts[0], parts[1], parts[2], parts[3], parts[4]);
      default -> throw refused(text);
    };
  }

  private static Coordinates of(
      String group, String artifact, String type, String classifier, String version) {
    var known =
        switch (version.toUpperCase(Locale.ROOT)) {
          case "LATEST" -> "LATEST";
          case "RELEASE" -> "RELEASE";
          default -> version;
        };
    return new Coordinates(group, artifact, type.isBlank() ? "jar" : type, classifier, known);
  }

  private static MagicException refused(String text) {
    return new MagicException(
        "expected GROUP:ARTIFACT:VERSION or GROUP:ARTIFACT:TYPE:CLASSIFIER:VERSION, received \"%s\": "
                .formatted(text)
            + "for example %maven org.knowm.xchart:xchart:3.8.8");
  }

  /** As Maven writes it, without what is not said. */
  @Override
  public String toString() {
    var kind = type.equals("jar") && classifier.isEmpty() ? "" : type + ":";
    return "%s:%s:%s%s%s"
        .formatted(group, artifact, kind, classifier.isEmpty() ? "" : classifier + ":", version);
  }
}
