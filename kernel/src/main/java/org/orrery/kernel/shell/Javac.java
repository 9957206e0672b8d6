package org.orrery.kernel.shell;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler, kept warm: one compilation follows the other in the same compiler context,
 * which knows the classes of the JDK already. One thread at a time.
 */
final class Javac {

  /**
   * What javac is asked for: debug tables for stack traces, all errors of all phases, no warnings.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-g",
          "-parameters",
          "-proc:none",
          "-Xlint:none",
          "-nowarn",
          "-XDshould-stop.at=FLOW",
          "-XDstringConcat=inline");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final CellFiles files;
  private final List<Path> classPath = new ArrayList<>();
  private final ClassIndex index = new ClassIndex();
  private JavacContexts contexts = JavacContexts.create();

  Javac() {
    if (compiler == null) {
      throw new IllegalStateException(
          "expected a JDK, received a Java without its compiler (%s): start the kernel with a JDK"
              .formatted(System.getProperty("java.home")));
    }
    files = new CellFiles(compiler.getStandardFileManager(null, null, null));
    for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.isEmpty()) {
        classPath.add(Path.of(entry));
      }
    }
    files.classPath(classPath);
  }

  CellFiles files() {
    return files;
  }

  List<Path> classPath() {
    return List.copyOf(classPath);
  }

  /** From here on sources can name the classes of {@code entries} too. */
  void addToClassPath(List<Path> entries) {
    classPath.addAll(entries);
    files.classPath(classPath);
    contexts = JavacContexts.create();
  }

  /** The names of all classes there are; it reads them in the background. */
  ClassIndex index() {
    index.prepare(classPath());
    return index;
  }

  /** One source file. */
  record Source(String className, String text) {}

  /** What javac made of some sources, while its task lasts. */
  static final class Work {

    private final JavacTask task;
    private final DiagnosticCollector<JavaFileObject> diagnostics;

    private Work(JavacTask task, DiagnosticCollector<JavaFileObject> diagnostics) {
      this.task = task;
      this.diagnostics = diagnostics;
    }

    JavacTask task() {
      return task;
    }

    Trees trees() {
      return Trees.instance(task);
    }

    SourcePositions positions() {
      return trees().getSourcePositions();
    }

    List<CompilationUnitTree> parse() {
      var units = new ArrayList<CompilationUnitTree>();
      try {
        task.parse().forEach(units::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return units;
    }

    /** Finds the meaning and type of every name and expression. */
    void analyze() {
      try {
        task.analyze();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Writes the class files into {@link #files}. */
    void generate() {
      try {
        task.generate();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    List<Diagnostic<? extends JavaFileObject>> errors() {
      return diagnostics.getDiagnostics().stream()
          .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
          .toList();
    }
  }

  /** Hands javac {@code sources} and returns what {@code work} makes of the task. */
  <T> T with(List<Source> sources, Function<Work, T> work) {
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var units = sources.stream().map(one -> CellFiles.source(one.className(), one.text())).toList();
    return contexts.run(
        compiler,
        files,
        diagnostics,
        OPTIONS,
        units,
        task -> work.apply(new Work(task, diagnostics)));
  }

  /** Keeps compiled {@code classes} for later sources to name. */
  void keep(Map<String, byte[]> classes) {
    files.keep(classes);
  }

  /** Forgets the classes of the simple names {@code holders}. */
  void forget(Set<String> holders) {
    files.forget(holders);
  }
}
