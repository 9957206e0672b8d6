package org.orrery.kernel.magic.maven;

import java.util.Locale;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.MagicException;

/**
 * The name of an artifact.
 *
 * <pre>{@code
 * Coordinates.parse("org.knowm.xchart:xchart:3.8.8");
 * Coordinates.parse("org.bytedeco:ffmpeg:jar:linux-x86_64:8.1.2-1.5.14");
 * Coordinates.parse("com.google.guava:guava:LATEST");       // or RELEASE, [32,33), 32.+
 * }</pre>
 *
 * @param type the file's ending, {@code jar} unless said otherwise
 * @param classifier may be empty
 * @param version a version, a range, {@code LATEST} or {@code RELEASE}
 */
public record Coordinates(
    String group, String artifact, String type, String classifier, String version) {

  private static final Pattern OPEN_VERSION = Pattern.compile("((?:\\d+\\.)*)(\\d+)\\.\\+");

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
    return new Coordinates(
        group, artifact, type.isBlank() ? "jar" : type, classifier, version(version));
  }

  /**
   * As Maven says it what notebooks of Ivy's friends say: {@code 4.11.+}, {@code latest.release}.
   */
  private static String version(String text) {
    var newest = text.toUpperCase(Locale.ROOT).replaceFirst("^LATEST\\.RELEASE$", "RELEASE");
    if (newest.equals("RELEASE") || newest.startsWith("LATEST")) {
      return newest.replaceFirst("\\..*", "");
    }
    var open = OPEN_VERSION.matcher(text);
    if (!open.matches()) {
      return text;
    }
    var next = Integer.parseInt(open.group(2)) + 1;
    return "[%s%s,%s%d-alpha)".formatted(open.group(1), open.group(2), open.group(1), next);
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
