package org.orrery.kernel.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.orrery.kernel.compat.CompatScope;
import org.orrery.kernel.display.CellScope;
import org.orrery.kernel.magic.MagicScope;

/**
 * What every cell has in scope: the JDK packages that Java notebooks expect, the display functions,
 * and the lines of every resource {@code META-INF/orrery/imports} on the class path.
 */
final class Imports {

  private static final String RESOURCE = "META-INF/orrery/imports";

  private static final List<String> OF_JDK =
      Stream.of(
              "java.io",
              "java.math",
              "java.net",
              "java.nio.file",
              "java.util",
              "java.util.concurrent",
              "java.util.function",
              "java.util.prefs",
              "java.util.regex",
              "java.util.stream")
          .map(name -> "import " + name + ".*;")
          .toList();

  private Imports() {}

  /** Every import, as Java source, in the order to evaluate them. */
  static List<String> found(ClassLoader loader) {
    var imports = new ArrayList<>(OF_JDK);
    for (var scope : List.of(CellScope.class, MagicScope.class, CompatScope.class)) {
      imports.add("import static " + scope.getName() + ".*;");
    }
    try {
      for (var resource : java.util.Collections.list(loader.getResources(RESOURCE))) {
        imports.addAll(read(resource));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look for " + RESOURCE + " on the class path", e);
    }
    return imports;
  }

  /**
   * Compiles the imports, which also wakes the compiler.
   *
   * @throws IllegalStateException naming the one that does not compile
   */
  static void check(List<String> imports, Javac javac) {
    var text = String.join("\n", imports) + "\nclass $Imports {}";
    var wrong =
        javac.with(
            List.of(new Javac.Source("$Imports", text)),
            work -> {
              work.parse();
              work.analyze();
              return work.errors().stream()
                  .map(
                      one ->
                          "default import \"%s\" is refused: %s; correct META-INF/orrery/imports or the class path"
                              .formatted(
                                  imports.get((int) one.getLineNumber() - 1), one.getMessage(null)))
                  .findFirst();
            });
    wrong.ifPresent(
        words -> {
          throw new IllegalStateException(words);
        });
  }

  private static List<String> read(URL resource) {
    try (InputStream in = resource.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(line -> line.startsWith("import ") ? line : "import " + line)
          .map(line -> line.endsWith(";") ? line : line + ";")
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the imports in " + resource, e);
    }
  }
}
