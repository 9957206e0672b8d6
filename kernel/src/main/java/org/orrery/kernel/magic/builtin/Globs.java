package org.orrery.kernel.magic.builtin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.MagicException;

/** Files named with wildcards: {@code lib/*.jar}, {@code lib/**.jar}, {@code ~/jars/a.jar}. */
final class Globs {

  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private Globs() {}

  /**
   * The files and folders that {@code glob} names, sorted; none when its wildcards match nothing.
   *
   * @throws MagicException when it has no wildcard and names nothing
   */
  static List<Path> find(String glob) {
    var text = glob.startsWith("~/") ? System.getProperty("user.home") + glob.substring(1) : glob;
    var wildcard = WILDCARD.matcher(text);
    if (!wildcard.find()) {
      return List.of(existing(Path.of(text).toAbsolutePath().normalize()));
    }
    var slash =
        Math.max(text.lastIndexOf('/', wildcard.start()), text.lastIndexOf('\\', wildcard.start()));
    var base = Path.of(slash < 0 ? "" : text.substring(0, slash + 1)).toAbsolutePath().normalize();
    var pattern = text.substring(slash + 1);
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    if (!Files.isDirectory(base)) {
      return List.of();
    }
    var depth =
        pattern.contains("**")
            ? Integer.MAX_VALUE
            : (int) pattern.chars().filter(c -> c == '/').count() + 1;
    try (var below = Files.walk(base, depth)) {
      return below
          .filter(path -> !path.equals(base) && matcher.matches(base.relativize(path)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + glob + ": " + e.getMessage(), e);
    }
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new MagicException("there is no file or folder " + path);
    }
    return path;
  }
}
