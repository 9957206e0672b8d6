package org.orrery.lab.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.lab.client.KernelLaunch;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Notebook;
import org.orrery.lab.notebook.Output;
import org.orrery.lab.notebook.Parameters;

/** Every run here starts the real kernel in a JVM of its own and speaks to its sockets. */
@Timeout(60)
class NotebookRunTest {

  @TempDir Path folder;

  @Test
  void executesCellByCellAndKeepsWhatEachPutOut() throws Exception {
    var source =
        Path.of(NotebookRunTest.class.getResource("/org/orrery/lab/small-sum.ipynb").toURI());
    var notebook = Parameters.parse(List.of("n=10")).injectedInto(Notebook.read(source));

    var result = run(notebook);

    assertThat(result.failure()).isEmpty();
    var cells = result.executed().cells();
    assertThat(cells.get(3).outputs()).containsExactly(new Output.Stream("stdout", "sum 55\n"));
    assertThat(result(cells.get(4))).isEqualTo("55");
    assertThat(cells.get(4).executionCount()).hasValue(4);
    assertThat(cells.get(4).metadata().get("execution"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsKeys("iopub.status.busy", "iopub.status.idle", "shell.execute_reply");
    assertThat(result.executed().language()).contains("java");
    assertThat(result.executed().metadata()).containsKey("language_info");
    assertThat(Notebook.parse(result.executed().toJson(), "out")).isEqualTo(result.executed());
  }

  @Test
  void stopsAtTheFailingCellAndKeepsWhatWasThere() throws Exception {
    var result =
        run(
            notebook(
                "System.out.println(\"before\");",
                "int half(int x) {\n  return 1 / x;\n}\nhalf(0)",
                "System.out.println(\"never\");"));

    var failure = result.failure().orElseThrow();
    assertThat(failure.number()).isEqualTo(2);
    assertThat(failure.reason()).contains("ArithmeticException");
    var cells = result.executed().cells();
    assertThat(cells.get(0).outputs()).containsExactly(new Output.Stream("stdout", "before\n"));
    assertThat(cells.get(1).outputs()).last().isInstanceOf(Output.Error.class);
    assertThat(cells.get(2).outputs()).isEmpty();
    assertThat(cells.get(2).executionCount()).isEmpty();
  }

  @Test
  void goesOnBehindACellThatMayThrow() throws Exception {
    var cells =
        List.of(
            Cell.code("a", "throw new RuntimeException(\"meant\");")
                .withMetadata("tags", List.of("raises-exception")),
            Cell.code("b", "1").withMetadata("tags", List.of("skip-execution")),
            Cell.code("c", "2"));

    var result = run(new Notebook(cells, Map.of()));

    assertThat(result.failure()).isEmpty();
    assertThat(result.executed().cells().get(1).outputs()).isEmpty();
    assertThat(result(result.executed().cells().get(2))).isEqualTo("2");
  }

  @Test
  void interruptsACellThatTakesTooLong() throws Exception {
    var run =
        NotebookRun.of(
            notebook("System.out.println(\"started\"); while (true) {}"),
            kernel(),
            folder,
            Optional.of(Duration.ofSeconds(1)),
            new RunListener() {});

    var result = run.execute();

    assertThat(result.failure().orElseThrow().reason()).contains("longer than the 1 s");
    assertThat(result.executed().cells().get(0).outputs())
        .startsWith(new Output.Stream("stdout", "started\n"));
  }

  @Test
  void stopsWhenTheUserSaysSo() throws Exception {
    var run = new AtomicReference<NotebookRun>();
    RunListener stopOnFirstOutput =
        new RunListener() {
          @Override
          public void output(Output output) {
            run.get().stop();
          }
        };
    run.set(
        NotebookRun.of(
            notebook("System.out.println(\"started\"); while (true) {}", "2"),
            kernel(),
            folder,
            Optional.empty(),
            stopOnFirstOutput));

    var result = run.get().execute();

    assertThat(result.failure().orElseThrow().reason()).contains("interrupted");
    assertThat(result.executed().cells().get(1).executionCount()).isEmpty();
  }

  @Test
  void tellsTheLastWordsOfAKernelThatDies() throws Exception {
    var result =
        run(
            notebook(
                """
                var err = new java.io.FileOutputStream(java.io.FileDescriptor.err);
                err.write("dying words\\n".getBytes());
                var me = String.valueOf(ProcessHandle.current().pid());
                new ProcessBuilder("kill", "-9", me).start().waitFor();
                Thread.sleep(60_000);
                """));

    assertThat(result.failure().orElseThrow().reason())
        .contains("the kernel ended with exit code 137 while this cell ran")
        .contains("dying words");
    assertThat(result.executed().cells().get(0).outputs()).last().isInstanceOf(Output.Error.class);
  }

  @Test
  void saysWhyAKernelDoesNotStart() throws Exception {
    var broken =
        new KernelLaunch(List.of("/bin/sh", "-c", "echo no such thing >&2; exit 7"), Map.of());

    var result =
        NotebookRun.of(notebook("1"), broken, folder, Optional.empty(), new RunListener() {})
            .execute();

    assertThat(result.failure().orElseThrow().reason())
        .contains("exit code 7 before it was ready")
        .contains("no such thing");
  }

  @Test
  void runsInTheNotebooksFolderAndLeavesNoKernelBehind() throws Exception {
    var result =
        run(notebook("new java.io.File(\"\").getAbsolutePath()", "ProcessHandle.current().pid()"));

    assertThat(result(result.executed().cells().get(0)))
        .contains(folder.toRealPath().getFileName().toString());
    var pid = Long.parseLong(result(result.executed().cells().get(1)));
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private RunResult run(Notebook notebook) throws Exception {
    return NotebookRun.of(notebook, kernel(), folder, Optional.empty(), new RunListener() {})
        .execute();
  }

  /** Without the natives of the workbench, which a JVM need not open for these cells. */
  private static KernelLaunch kernel() {
    var wanted = List.of("orrery-kernel", "kernel/target", "jeromq", "jnacl", "jackson", "/asm");
    var classPath =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(entry -> wanted.stream().anyMatch(entry::contains))
            .collect(Collectors.joining(java.io.File.pathSeparator));
    var launch = KernelLaunch.onThisJava(classPath, Optional.empty());
    var quickStart = new ArrayList<>(launch.prefix());
    quickStart.add(1, "-XX:TieredStopAtLevel=1");
    return new KernelLaunch(quickStart, launch.environment());
  }

  private static Notebook notebook(String... sources) {
    var cells = new ArrayList<Cell>();
    for (var source : sources) {
      cells.add(Cell.code("cell-" + cells.size(), source));
    }
    return new Notebook(cells, Map.of());
  }

  private static String result(Cell cell) {
    return cell.outputs().stream()
        .filter(Output.Result.class::isInstance)
        .map(output -> String.valueOf(((Output.Result) output).data().get("text/plain")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no result in " + cell));
  }
}
