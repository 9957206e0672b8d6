package org.orrery.lab.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orrery.lab.client.KernelLaunch;
import org.orrery.lab.files.Aside;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kernelspec {@code orrery}: how Jupyter starts the kernel, and the pictures it shows for it.
 *
 * <pre>{@code
 * Kernelspec.of(launch).installInto(KernelspecFolders.ofUser());
 * }</pre>
 */
public final class Kernelspec {

  /** The name under which Jupyter knows the kernel. */
  public static final String NAME = "orrery";

  private static final List<String> LOGOS =
      List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final KernelLaunch launch;

  private Kernelspec(KernelLaunch launch) {
    this.launch = launch;
  }

  /** The kernelspec that starts the kernel as {@code launch} does. */
  public static Kernelspec of(KernelLaunch launch) {
    return new Kernelspec(launch);
  }

  /** The text of {@code kernel.json}. */
  public String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("argv", launch.command("{connection_file}"));
    fields.put("display_name", "Java (Orrery)");
    fields.put("language", "java");
    fields.put("interrupt_mode", "message");
    fields.put("env", new java.util.TreeMap<>(launch.environment()));
    fields.put("metadata", Map.of("debugger", false));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
  }

  /**
   * Puts the kernelspec below Jupyter's data folder {@code data}, all of it or nothing: an earlier
   * one stays until the new one is complete.
   *
   * @return the kernelspec's folder
   * @throws IOException when the folder cannot be written; says which and what to do
   */
  public Path installInto(Path data) throws IOException {
    var target = data.resolve("kernels").resolve(NAME);
    // Not below kernels/, where Jupyter would list a half-made one.
    var made = data.resolve(".orrery-kernelspec-" + UUID.randomUUID());
    try {
      Files.createDirectories(target.getParent());
      Files.createDirectory(made);
      Files.writeString(made.resolve("kernel.json"), json());
      for (var logo : LOGOS) {
        try (var bytes = Kernelspec.class.getResourceAsStream(logo)) {
          Files.copy(bytes, made.resolve(logo));
        }
      }
      Aside.replaceFolder(made, target);
      return target;
    } catch (IOException e) {
      throw new IOException(
          "%s: the kernelspec cannot be written there (%s); choose another place with --prefix DIR"
              .formatted(target, e),
          e);
    } finally {
      Aside.deleteFolder(made);
    }
  }
}
