package org.orrery.kernel.session;

import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Message;

/** What the shell socket answers: execution, and help with writing code. */
final class ShellRequests implements Requests {

  private final Executions executions;
  private final History history;
  private final Cells cells;
  private final Requests others;

  ShellRequests(Executions executions, History history, Cells cells, Requests others) {
    this.executions = executions;
    this.history = history;
    this.cells = cells;
    this.others = others;
  }

  @Override
  public Optional<Reply> answer(Message request) {
    return switch (request.type()) {
      case "execute_request" -> executions.execute(request);
      case "is_complete_request" -> Reply.of(readiness(request.text("code")));
      case "complete_request" -> Reply.of(completions(request.text("code"), cursor(request)));
      case "inspect_request" -> 
          Reply.of(
              description(
                  request.text("code"), cursor(request), request.number("detail_level", 0)));
      case "history_request" -> Reply.of(history.answer(request));
      case "comm_info_request" -> Reply.of(Map.of("status", "ok", "comms", Map.of()));
      default -> others.answer(request);
    };
  }

  private Map<String, Object> readiness(String code) {
    var readiness = cells.with(shell -> shell.assistance().readiness(code));
    return readiness.status().equals("incomplete")
        ? Map.of("status", "incomplete", "indent", readiness.indent())
        : Map.of("status", readiness.status());
  }

  private Map<String, Object> completions(String code, int cursor) {
    var found = cells.with(shell -> shell.assistance().complete(code, cursor));
    var start = code.codePointCount(0, found.start());
    var end = code.codePointCount(0, cursor);
    var types =
        found.items().stream()
            .map(
                one ->
                    Map.of(
                        "text", one.text(),
                        "type", one.type(),
                        "signature", one.signature(),
                        "start", start,
                        "end", end))
            .toList();
    return Map.of(
        "status",
        "ok",
        "matches",
        found.matches(),
        "cursor_start",
        start,
        "cursor_end",
        end,
        "metadata",
        Map.of("_jupyter_types_experimental", types));
  }

  private Map<String, Object> description(String code, int cursor, int detail) {
    var found = cells.with(shell -> shell.assistance().describe(code, cursor, detail));
    return Map.of(
        "status",
        "ok",
        "found",
        !found.isEmpty(),
        "data",
        found.isEmpty()
            ? Map.of()
            : Map.of(
                "text/plain", found.plain(),
                "text/markdown", found.markdown(),
                "text/html", found.html()),
        "metadata",
        Map.of());
  }

  /** The cursor as an offset in chars: the protocol counts code points. */
  private static int cursor(Message request) {
    var code = request.text("code");
    var points = code.codePointCount(0, code.length());
    var cursor = Math.max(0, Math.min(request.number("cursor_pos", points), points));
    return code.offsetByCodePoints(0, cursor);
  }
}
