package org.orrery.lab.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Other programs on this machine. */
final class Programs {

  private static final int PATIENCE_SECONDS = 10;

  private Programs() {}

  /** Where {@code name} is on the PATH, if it is. */
  static Optional<Path> find(String name) {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (var folder : path.split(File.pathSeparator)) {
      var file = Path.of(folder.isEmpty() ? "." : folder, executable(name));
      if (Files.isExecutable(file) && !Files.isDirectory(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  static String executable(String name) {
    return System.getProperty("os.name").startsWith("Windows") ? name + ".exe" : name;
  }

  /**
   * What {@code command} prints.
   *
   * @throws IOException when it cannot be started, fails or takes too long; says which
   */
  static String output(List<String> command) throws IOException {
    var file = Files.createTempFile("orrery-doctor", ".txt");
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(file.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("%s took longer than %d s".formatted(command, PATIENCE_SECONDS));
      }
      var text = Files.readString(file, StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw new IOException(
            "%s failed: %s".formatted(command.get(0), text.lines().findFirst().orElse("")));
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + command + " ran", e);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
