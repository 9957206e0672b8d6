package org.orrery.lab.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.lab.client.KernelClient;
import org.orrery.lab.client.KernelDiedException;
import org.orrery.lab.client.KernelLaunch;
import org.orrery.lab.client.KernelProcess;
import org.orrery.lab.client.Pulse;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Notebook;
import org.orrery.lab.notebook.Output;

/**
 * One execution of a notebook, top to bottom, through a kernel of its own.
 *
 * <pre>{@code
 * var run = NotebookRun.of(notebook, launch, folder, Optional.empty(), listener);
 * RunResult result = run.execute();
 * result.failure();   // empty when every cell went well
 * }</pre>
 *
 * Cells tagged {@code skip-execution} and empty cells are passed over; a cell tagged {@code
 * raises-exception} may throw.
 */
public final class NotebookRun {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final Notebook notebook;
  private final KernelLaunch launch;
  private final Path folder;
  private final Optional<Duration> timeout;
  private final RunListener listener;
  private final AtomicBoolean stop = new AtomicBoolean();

  private final Map<String, CellOutputs> outputsByRequest = new LinkedHashMap<>();
  private final Map<Integer, CellOutputs> outputsByCell = new LinkedHashMap<>();

  private NotebookRun(
      Notebook notebook,
      KernelLaunch launch,
      Path folder,
      Optional<Duration> timeout,
      RunListener listener) {
    this.notebook = notebook;
    this.launch = launch;
    this.folder = folder;
    this.timeout = timeout;
    this.listener = listener;
  }

  /**
   * A run that has not begun.
   *
   * @param folder the kernel's working folder
   * @param timeout longest time for one cell
   */
  public static NotebookRun of(
      Notebook notebook,
      KernelLaunch launch,
      Path folder,
      Optional<Duration> timeout,
      RunListener listener) {
    return new NotebookRun(notebook, launch, folder, timeout, listener);
  }

  /** Interrupts the running cell and ends the run soon. For any thread. */
  public void stop() {
    stop.set(true);
  }

  /**
   * Executes the notebook. A cell that fails ends the run and is told in the result.
   *
   * @throws IOException when the kernel's process cannot be started or cleaned up
   */
  public RunResult execute() throws IOException {
    var began = System.nanoTime();
    listener.starting((int) notebook.cells().stream().filter(NotebookRun::runs).count());
    try (var process = KernelProcess.start(launch, folder);
        var client = KernelClient.connect(process.connection())) {
      var metadata = notebook;
      Optional<RunResult.Failure> failure;
      try {
        var info = client.awaitReady(startWatch(process));
        metadata = described(info);
        failure = cells(process, client);
        client.drain(this::route);
        client.shutdown(process, STOP_LIMIT);
      } catch (KernelDiedException e) {
        failure = Optional.of(new RunResult.Failure(0, Optional.empty(), e.getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failure = Optional.of(new RunResult.Failure(0, Optional.empty(), "interrupted"));
      }
      return new RunResult(
          metadata.withCells(executedCells()),
          failure,
          Duration.ofNanos(System.nanoTime() - began),
          process.peakMemory());
    }
  }

  private Pulse startWatch(KernelProcess process) {
    var began = System.nanoTime();
    return () -> {
      if (!process.isAlive()) {
        throw process.died("before it was ready");
      }
      if (stop.get()) {
        throw new KernelDiedException("interrupted before the kernel was ready");
      }
      if (System.nanoTime() - began > START_LIMIT.toNanos()) {
        throw process.mute(START_LIMIT);
      }
      return Pulse.Verdict.GO_ON;
    };
  }

  private Optional<RunResult.Failure> cells(KernelProcess process, KernelClient client) {
    var number = 0;
    for (int i = 0; i < notebook.cells().size(); i++) {
      var cell = notebook.cells().get(i);
      if (!runs(cell)) {
        continue;
      }
      number++;
      if (stop.get()) {
        return Optional.of(new RunResult.Failure(number, Optional.of(cell), "interrupted"));
      }
      var outputs = new CellOutputs();
      outputsByCell.put(i, outputs);
      var reason = run(number, cell, outputs, process, client);
      if (reason.isPresent()) {
        return Optional.of(new RunResult.Failure(number, Optional.of(executed(i)), reason.get()));
      }
    }
    return Optional.empty();
  }

  /** Runs one cell; why the notebook must stop after it, if it must. */
  private Optional<String> run(
      int number, Cell cell, CellOutputs outputs, KernelProcess process, KernelClient client) {
    listener.cellStarted(number, cell);
    var watch = new CellWatch(process, stop, timeout, elapsed -> listener.running(number, elapsed));
    Optional<String> reason;
    try {
      var reply =
          client.execute(
              cell.source(),
              (Header header) -> outputsByRequest.put(header.id(), outputs),
              this::route,
              watch);
      outputs.replied(reply.header().date());
      reason = verdict(cell, reply, watch, outputs);
    } catch (KernelDiedException e) {
      reason = Optional.of(e.getMessage());
      outputs.add(new Output.Error("KernelDied", firstLine(e.getMessage()), lines(e.getMessage())));
    }
    listener.cellFinished(number, reason.isEmpty(), watch.elapsed());
    return reason;
  }

  private Optional<String> verdict(Cell cell, Message reply, CellWatch watch, CellOutputs outputs) {
    if (watch.stopReason().isPresent()) {
      var reason = watch.stopReason().get();
      outputs.add(new Output.Error("Interrupted", reason, List.of(reason)));
      return Optional.of(reason);
    }
    if (reply.text("status").equals("ok") || cell.tags().contains("raises-exception")) {
      return Optional.empty();
    }
    return Optional.of(
        outputs.outputs().stream()
            .filter(Output.Error.class::isInstance)
            .map(output -> String.join("\n", ((Output.Error) output).traceback()))
            .reduce((earlier, later) -> later)
            .filter(traceback -> !traceback.isBlank())
            .orElse(reply.text("ename") + ": " + reply.text("evalue")));
  }

  /** Outputs belong to the cell that caused them, also when a later cell is running. */
  private void route(Message message) {
    if (message.type().equals("update_display_data")) {
      CellOutputs.displayId(message).ifPresent(id -> update(id, message));
      return;
    }
    message
        .parent()
        .map(parent -> outputsByRequest.get(parent.id()))
        .flatMap(outputs -> outputs.take(message))
        .ifPresent(listener::output);
  }

  private void update(String id, Message message) {
    var data = message.object("data");
    var metadata = message.object("metadata");
    outputsByRequest.values().forEach(outputs -> outputs.update(id, data, metadata));
    listener.output(new Output.Display(data, metadata));
  }

  private List<Cell> executedCells() {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < notebook.cells().size(); i++) {
      cells.add(executed(i));
    }
    return cells;
  }

  private Cell executed(int index) {
    var cell = notebook.cells().get(index);
    if (!cell.isCode()) {
      return cell;
    }
    var outputs = outputsByCell.get(index);
    return outputs == null
        ? cell.executed(OptionalInt.empty(), List.of()).withoutMetadata("execution")
        : cell.executed(outputs.executionCount(), outputs.outputs())
            .withMetadata("execution", outputs.timing());
  }

  private Notebook described(Map<String, Object> info) {
    var spec = Map.of("name", "orrery", "display_name", "Java (Orrery)", "language", "java");
    return info.get("language_info") instanceof Map<?, ?> language
        ? notebook.withMetadata("kernelspec", spec).withMetadata("language_info", language)
        : notebook.withMetadata("kernelspec", spec);
  }

  private static boolean runs(Cell cell) {
    return cell.isCode() && !cell.source().isBlank() && !cell.tags().contains("skip-execution");
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
