package org.orrery.lab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orrery.lab.execution.NotebookRun;
import org.orrery.lab.execution.RunResult;
import org.orrery.lab.files.OutputFile;
import org.orrery.lab.html.HtmlPage;
import org.orrery.lab.notebook.Notebook;
import org.orrery.lab.notebook.NotebookException;
import org.orrery.lab.notebook.Parameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Executes a notebook through the real kernel and writes what came out. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Executes a notebook through Orrery's kernel, cell by cell, and writes the executed notebook"
          + " and, if asked, a self-contained HTML page.",
      "The kernel's working folder is the notebook's; ORRERY_HOME tells it where datasets/ and"
          + " checkpoints/ are. More JVM flags for it go into ORRERY_KERNEL_OPTS."
    })
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @picocli.CommandLine.Parameters(paramLabel = "NOTEBOOK", description = "The .ipynb to execute.")
  private Path notebook;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.ipynb",
      description =
          "Where the executed notebook goes. Without it: NAME.out.ipynb beside the notebook. The"
              + " notebook itself is only written when it is named here.")
  private Optional<Path> output;

  @Option(
      names = "--html",
      paramLabel = "OUT.html",
      description = "Also write the executed notebook as one HTML page that needs no network.")
  private Optional<Path> html;

  @Option(
      names = {"-p", "--parameter"},
      paramLabel = "NAME=VALUE",
      description =
          "Override a variable of the cell tagged \"parameters\". VALUE is a number, true, false,"
              + " or else a string. Repeatable.")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Interrupt a cell that runs longer than S seconds, and fail.")
  private Optional<Double> timeout;

  @Override
  public Integer call() throws Exception {
    var limit = limit();
    var values = usage(() -> Parameters.parse(parameters));
    var target = output.orElseGet(this::beside);
    if (html.isPresent() && same(html.get(), target)) {
      throw new ParameterException(
          spec.commandLine(), "-o and --html name the same file " + target + "; name two");
    }
    var source = read();
    var ready = usage(() -> values.injectedInto(source));
    try {
      var executed = OutputFile.checked(target);
      var page = html.isPresent() ? OutputFile.checked(html.get()) : null;
      return execute(ready, limit, executed, Optional.ofNullable(page));
    } catch (IOException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private int execute(
      Notebook ready, Optional<Duration> limit, OutputFile executed, Optional<OutputFile> page)
      throws IOException {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    var progress = Progress.on(out, notebook.toString());
    var folder = notebook.toAbsolutePath().getParent();
    var kernel = Installation.current().kernel();
    var run = NotebookRun.of(ready, kernel, folder, limit, progress);
    var guard = StopGuard.over(run);
    try {
      var result = run.execute();
      progress.close();
      result.failure().ifPresent(failure -> report(failure, err));
      executed.write(result.executed().toJson());
      out.println("notebook  " + executed.path());
      if (page.isPresent()) {
        page.get().write(HtmlPage.of(result.executed(), title(), folder));
        out.println("page      " + page.get().path());
      }
      out.println(RunReport.of(result));
      out.flush();
      return result.failure().isPresent() ? 1 : 0;
    } finally {
      guard.release();
    }
  }

  private void report(RunResult.Failure failure, PrintWriter err) {
    var text = new StringBuilder();
    if (failure.cell().isPresent()) {
      text.append("%ncell %d of %s failed:%n%n".formatted(failure.number(), notebook));
      text.append(failure.cell().get().source().stripTrailing().indent(4)).append('\n');
    } else {
      text.append("%n%s could not be run:%n%n".formatted(notebook));
    }
    text.append(failure.reason().stripTrailing());
    err.println(Terminal.ansi().enabled() ? text : RunReport.withoutColours(text.toString()));
    err.flush();
  }

  private Notebook read() throws CommandFailure {
    try {
      var read = Notebook.read(notebook);
      var language = read.language().orElse("java");
      if (!language.equals("java")) {
        throw new CommandFailure(
            "%s: expected a Java notebook, found one in %s; run it with: jupyter nbconvert --execute"
                .formatted(notebook, language));
      }
      return read;
    } catch (NotebookException e) {
      throw new CommandFailure(e.getMessage(), e);
    }
  }

  private Optional<Duration> limit() {
    if (timeout.isPresent() && !(timeout.get() > 0 && timeout.get() < 1e9)) {
      throw new ParameterException(
          spec.commandLine(), "--timeout: expected seconds above 0, received " + timeout.get());
    }
    return timeout.map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)));
  }

  private Path beside() {
    var name = notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
    return notebook.resolveSibling(name + ".out.ipynb");
  }

  private String title() {
    return notebook.getFileName().toString().replaceFirst("\\.ipynb$", "");
  }

  private static boolean same(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private interface Step<T> {
    T get() throws NotebookException;
  }

  /** What is wrong with parameters is wrong with the command line. */
  private <T> T usage(Step<T> step) {
    try {
      return step.get();
    } catch (NotebookException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
