package org.orrery.lab.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.lab.install.Kernelspec;
import org.orrery.lab.install.KernelspecFolders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Jupyter, and whether it knows the kernel. Neither is needed to run a notebook. */
final class JupyterCheck {

  private JupyterCheck() {}

  static List<Finding> examine() {
    return List.of(jupyter(), kernelspec(KernelspecFolders.searched()));
  }

  private static Finding jupyter() {
    var program = Programs.find("jupyter");
    return program.isPresent()
        ? Finding.good("Jupyter", program.get().toString())
        : Finding.absent(
            "Jupyter", "not on the PATH; ./orrery run does not need it", Remedies.jupyter());
  }

  static Finding kernelspec(List<Path> folders) {
    for (var folder : folders) {
      var file = folder.resolve("kernels").resolve(Kernelspec.NAME).resolve("kernel.json");
      if (Files.exists(file)) {
        return stale(file)
            .map(
                why ->
                    Finding.absent(
                        "Kernelspec", file + " does not work: " + why, "./orrery install"))
            .orElseGet(() -> Finding.good("Kernelspec", file.toString()));
      }
    }
    return Finding.absent(
        "Kernelspec", "the kernel is not registered with Jupyter", "./orrery install");
  }

  /** Why the registered kernel would not start, if it would not. */
  private static Optional<String> stale(Path file) {
    try {
      var fields = JsonMapper.builder().build().readValue(Files.readString(file), Map.class);
      if (!(fields.get("argv") instanceof List<?> argv) || argv.isEmpty()) {
        return Optional.of("it has no argv");
      }
      if (!Files.isExecutable(Path.of(String.valueOf(argv.get(0))))) {
        return Optional.of("there is no Java at " + argv.get(0));
      }
      var at = argv.indexOf("-cp");
      var classPath = at < 0 ? "" : String.valueOf(argv.get(at + 1));
      return classPath.endsWith("/*") && !Files.isDirectory(Path.of(classPath).getParent())
          ? Optional.of("there are no jars at " + classPath)
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.of("it cannot be read: " + e.getMessage());
    }
  }
}
