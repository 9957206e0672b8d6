package org.orrery.workbench.engine.torch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/**
 * The files of libtorch, which come in a jar. JavaCPP unpacks each when it loads it, and one needs
 * the next: on a system that has a libtorch of its own (Debian's python3-torch), the first start
 * would load half of that one and crash. So all are unpacked, side by side, before one is loaded.
 */
final class LibtorchFiles {
  private static final List<String> LIBRARIES = List.of("c10", "torch_cpu", "torch_cuda", "torch");
  private static final List<String> EXTENSIONS = List.of("", "-gpu");

  private LibtorchFiles() {}

  /**
   * Unpacks those that have not been unpacked.
   *
   * @return where they are
   */
  static List<Path> unpack() {
    List<Path> files = new ArrayList<>();
    for (String extension : EXTENSIONS) {
      String folder = "/org/bytedeco/pytorch/" + Loader.getPlatform() + extension + "/";
      for (String library : LIBRARIES) {
        files.addAll(unpack(folder + System.mapLibraryName(library)));
      }
    }
    return files;
  }

  private static List<Path> unpack(String resource) {
    try {
      return Stream.of(Loader.cacheResources(LibtorchFiles.class, resource))
          .map(File::toPath)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "libtorch's %s cannot be unpacked into JavaCPP's cache (%s): make room there, or say where else with -Dorg.bytedeco.javacpp.cachedir=FOLDER"
              .formatted(resource, e.getMessage()),
          e);
    }
  }
}
