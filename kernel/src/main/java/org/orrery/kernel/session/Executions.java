package org.orrery.kernel.session;

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
 * Executes cells for a front end: counts them, publishes what comes of them, and tells when the
 * ones behind are to be aborted.
 */
final class Executions {

  private final Cells cells;
  private final IoPub iopub;
  private final CellContext context;
  private final Questions questions;
  private final History history;
  private int count;

  Executions(Cells cells, IoPub iopub, CellContext context, Questions questions, History history) {
    this.cells = cells;
    this.iopub = iopub;
    this.context = context;
    this.questions = questions;
    this.history = history;
  }

  Optional<Reply> execute(Message request) {
    var code = request.text("code");
    var silent = request.flag("silent", false);
    var counted = !silent && request.flag("store_history", true) && !code.isBlank();
    if (counted) {
      count++;
      history.add(count, code);
    }
    var cell = new Cell(counted ? count : count + 1, code);
    var parent = Optional.of(request.header());
    if (!silent) {
      iopub.publish(
          "execute_input", parent, Map.of("code", code, "execution_count", cell.number()));
    }
    var outcome = evaluate(request, cell);
    if (outcome instanceof Outcome.Failed failed) {
      return failed(request, failed.failure(), silent);
    }
    if (outcome instanceof Outcome.Shown shown && !silent) {
      iopub.publish(
          "execute_result",
          parent,
          Map.of(
              "execution_count", cell.number(),
              "data", shown.bundle().data(),
              "metadata", shown.bundle().metadata()));
    }
    return Reply.of(
        Map.of(
            "status",
            "ok",
            "execution_count",
            count,
            "payload",
            List.of(),
            "user_expressions",
            userExpressions(request)));
  }

  private Outcome evaluate(Message request, Cell cell) {
    return cells.with(
        shell -> {
          context.enter(request.header());
          questions.enter(request);
          var outcome = shell.evaluate(cell);
          Progress.cellEnded(ending(outcome));
          return outcome;
        });
  }

  private static Progress.Ending ending(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.failure().name().equals("KeyboardInterrupt")
          ? Progress.Ending.INTERRUPTED
          : Progress.Ending.FAILED;
    }
    return Progress.Ending.FINISHED;
  }

  private Optional<Reply> failed(Message request, Failure failure, boolean silent) {
    var content = new LinkedHashMap<>(content(failure));
    if (!silent) {
      iopub.publish("error", Optional.of(request.header()), content);
    }
    content.put("status", "error");
    content.put("execution_count", count);
    content.put("payload", List.of());
    content.put("user_expressions", Map.of());
    return Optional.of(new Reply(content, request.flag("stop_on_error", true), () -> {}));
  }

  private Map<String, Object> userExpressions(Message request) {
    var results = new LinkedHashMap<String, Object>();
    for (var entry : request.object("user_expressions").entrySet()) {
      var cell = new Cell(count, String.valueOf(entry.getValue()));
      results.put(entry.getKey(), userExpression(evaluate(request, cell)));
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

  private static Map<String, Object> content(Failure failure) {
    return Map.of(
        "ename", failure.name(), "evalue", failure.message(), "traceback", failure.traceback());
  }
}
