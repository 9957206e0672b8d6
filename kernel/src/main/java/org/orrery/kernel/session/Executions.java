package org.orrery.kernel.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.display.Progress;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.session.Requests.Reply;
import org.orrery.kernel.shell.Cell;
import org.orrery.kernel.shell.Failure;
import org.orrery.kernel.shell.Outcome;

/**
 * Executes cells for a front end, on whichever thread calls: counts them, publishes what comes of
 * them, and tells when the ones behind are to be aborted.
 */
final class Executions {

  private final Cells cells;
  private final IoPub iopub;
  private final CellContext context;
  private final History history;
  private final Running running;
  private final NativeOutput nativeOutput;
  private int count;

  Executions(
      Cells cells,
      IoPub iopub,
      CellContext context,
      History history,
      Running running,
      NativeOutput nativeOutput) {
    this.cells = cells;
    this.iopub = iopub;
    this.context = context;
    this.history = history;
    this.running = running;
    this.nativeOutput = nativeOutput;
  }

  Optional<Reply> execute(Message request) {
    var code = request.text("code");
    var silent = request.flag("silent", false);
    var counted = !silent && request.flag("store_history", true) && !code.isBlank();
    var cell = new Cell(number(counted), code);
    var execution = new Execution(request);
    if (counted) {
      history.add(cell.number(), code);
    }
    if (!silent) {
      publish(execution, "execute_input", Map.of("code", code, "execution_count", cell.number()));
    }
    context.enter(execution);
    running.began(execution);
    try {
      return Optional.of(execute(execution, cell, silent, counted));
    } finally {
      running.ended(execution);
    }
  }

  private Reply execute(Execution execution, Cell cell, boolean silent, boolean counted) {
    var request = execution.request();
    var content = new LinkedHashMap<String, Object>();
    content.put("status", "ok");
    content.put("execution_count", counted ? cell.number() : cell.number() - 1);
    content.put("user_expressions", Map.of());
    var failure = attempt(execution, cell, content);
    if (failure.isPresent()) {
      if (!silent) {
        publish(execution, "error", content(failure.get()));
      }
      content.putAll(content(failure.get()));
      content.put("status", "error");
    }
    content.put("payload", execution.payload());
    var aborts = failure.isPresent() && request.flag("stop_on_error", true);
    return new Reply(content, aborts, () -> {});
  }

  /** Why the cell failed, also when it was the kernel that did. */
  private Optional<Failure> attempt(Execution execution, Cell cell, Map<String, Object> content) {
    try {
      return run(execution, cell, content);
    } catch (RuntimeException | Error fault) { // such as a result that is no JSON
      var message = "the kernel failed on this cell: " + fault.getMessage();
      var lines = new ArrayList<>(List.of(message));
      Arrays.stream(fault.getStackTrace()).limit(8).forEach(at -> lines.add("    at " + at));
      return Optional.of(new Failure(fault.getClass().getSimpleName(), message, lines));
    }
  }

  private Optional<Failure> run(Execution execution, Cell cell, Map<String, Object> content) {
    var outcome = evaluate(execution, cell);
    if (outcome instanceof Outcome.Failed failed) {
      return Optional.of(failed.failure());
    }
    if (outcome instanceof Outcome.Shown shown && !execution.request().flag("silent", false)) {
      publish(execution, "execute_result", result(shown, cell.number()));
      history.result(cell.number(), shown.bundle());
    }
    content.put("user_expressions", userExpressions(execution.request(), cell.number()));
    return Optional.empty();
  }

  private synchronized int number(boolean counted) {
    return counted ? ++count : count + 1;
  }

  /** The cell's outcome; a cell that only asks what a name means leaves a page to read. */
  private Outcome evaluate(Execution execution, Cell cell) {
    var asked = NameQuestion.in(cell.code());
    if (asked.isEmpty()) {
      var outcome = cells.evaluate(cell);
      Progress.cellEnded(ending(outcome));
      nativeOutput.drain();
      return outcome;
    }
    var text = asked.get().answer(cells.assistance());
    if (text.isEmpty()) {
      print(execution, "Nothing is known of `%s`.%n".formatted(asked.get().name()));
    } else {
      execution.addPayload(
          Map.of("source", "page", "data", Map.of("text/plain", text), "start", 0));
    }
    return new Outcome.Nothing();
  }

  private static Progress.Ending ending(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.failure().name().equals("KeyboardInterrupt")
          ? Progress.Ending.INTERRUPTED
          : Progress.Ending.FAILED;
    }
    return Progress.Ending.FINISHED;
  }

  private Map<String, Object> userExpressions(Message request, int number) {
    var results = new LinkedHashMap<String, Object>();
    for (var entry : request.object("user_expressions").entrySet()) {
      var cell = new Cell(number, String.valueOf(entry.getValue()));
      results.put(entry.getKey(), userExpression(cells.evaluate(cell)));
    }
    return results;
  }

  private static Map<String, Object> userExpression(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      var content = new LinkedHashMap<>(content(failed.failure()));
      content.put("status", "error");
      return content;
    }
    if (outcome instanceof Outcome.Shown shown) {
      return Map.of(
          "status", "ok",
          "data", shown.bundle().data(),
          "metadata", shown.bundle().metadata());
    }
    return Map.of("status", "ok", "data", Map.of(), "metadata", Map.of());
  }

  private static Map<String, Object> result(Outcome.Shown shown, int number) {
    return Map.of(
        "execution_count", number,
        "data", shown.bundle().data(),
        "metadata", shown.bundle().metadata());
  }

  private static Map<String, Object> content(Failure failure) {
    return Map.of(
        "ename", failure.name(), "evalue", failure.message(), "traceback", failure.traceback());
  }

  private void publish(Execution execution, String type, Map<String, Object> content) {
    iopub.publish(type, Optional.of(execution.header()), content);
  }

  private void print(Execution execution, String text) {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    iopub.print("stdout", execution.header(), utf8, 0, utf8.length);
  }
}
