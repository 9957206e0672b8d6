package org.orrery.kernel.magic.builtin;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.orrery.kernel.magic.Magic.Quiet;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Workspace;

/** {@code %jars} and {@code %classpath} put files of this machine on the class path. */
public final class ClassPathMagics implements MagicSet {

  @Override
  public void addTo(Magics magics) {
    magics.line(
        "jars",
        "%jars FILE|FOLDER|GLOB...",
        "adds jars to the class path, all jars of a folder",
        (call, workspace) -> add(call, workspace, true));
    magics.line(
        "classpath",
        "%classpath [FILE|FOLDER|GLOB...]",
        "adds jars and class folders to the class path; alone, prints it",
        (call, workspace) ->
            call.words().isEmpty() ? print(workspace) : add(call, workspace, false));
  }

  private static Object add(MagicCall call, Workspace workspace, boolean jarsOfFolders)
      throws IOException {
    if (call.words().isEmpty()) {
      throw new MagicException(
          "%%%s: which files? For example %%jars lib/*.jar".formatted(call.name()));
    }
    var found = new ArrayList<Path>();
    for (var glob : globs(call)) {
      var files = Globs.find(glob);
      if (files.isEmpty()) {
        System.err.println("note: %" + call.name() + " " + glob + " matches nothing");
      }
      for (var file : files) {
        found.addAll(jarsOfFolders && Files.isDirectory(file) ? jarsIn(file) : List.of(file));
      }
    }
    workspace.addToClassPath(found);
    return new Quiet(found.stream().map(Path::toString).toList());
  }

  /** One word may hold several, as the class path of a command line does. */
  private static List<String> globs(MagicCall call) {
    return call.words().stream()
        .map(word -> word.replaceFirst(";$", ""))
        .flatMap(word -> Arrays.stream(word.split(Pattern.quote(File.pathSeparator))))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static List<Path> jarsIn(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Object print(Workspace workspace) {
    workspace.classPath().forEach(System.out::println);
    return null;
  }
}
