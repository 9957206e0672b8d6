package org.orrery.lab.install;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Jupyter's data folders: the places below which it looks for {@code kernels/NAME/kernel.json}.
 *
 * <pre>{@code
 * KernelspecFolders.ofUser();                      // ~/.local/share/jupyter on Linux
 * KernelspecFolders.under(Path.of("/usr/local"));  // /usr/local/share/jupyter
 * }</pre>
 */
public final class KernelspecFolders {

  private KernelspecFolders() {}

  /** The data folder of the user who runs this. */
  public static Path ofUser() {
    return ofUser(System.getenv(), System.getProperty("os.name"), System.getProperty("user.home"));
  }

  static Path ofUser(Map<String, String> environment, String system, String userHome) {
    var name = system.toLowerCase(Locale.ROOT);
    return set(environment, "JUPYTER_DATA_DIR")
        .orElseGet(
            () -> {
              if (name.startsWith("mac")) {
                return Path.of(userHome, "Library", "Jupyter");
              }
              if (name.startsWith("windows")) {
                return set(environment, "APPDATA").orElse(Path.of(userHome)).resolve("jupyter");
              }
              return set(environment, "XDG_DATA_HOME")
                  .orElse(Path.of(userHome, ".local", "share"))
                  .resolve("jupyter");
            });
  }

  /** The data folder of an installation prefix. */
  public static Path under(Path prefix) {
    return prefix.toAbsolutePath().normalize().resolve("share").resolve("jupyter");
  }

  /** Every data folder that Jupyter searches on this machine, in its order. */
  public static List<Path> searched() {
    var folders = new ArrayList<Path>();
    Optional.ofNullable(System.getenv("JUPYTER_PATH"))
        .ifPresent(
            path -> {
              for (var folder : path.split(java.io.File.pathSeparator)) {
                folders.add(Path.of(folder));
              }
            });
    folders.add(ofUser());
    folders.add(Path.of("/usr/local/share/jupyter"));
    folders.add(Path.of("/usr/share/jupyter"));
    return folders;
  }

  private static Optional<Path> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }
}
