package org.orrery.kernel.session;

import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.shell.CodeAssistance;

/** Help with writing code: completeness, completion, descriptions. */
final class AssistanceRequests implements Requests {

  private final Cells cells;

  AssistanceRequests(Cells cells) {
    this.cells = cells;
  }

  @Override
  public Optional<Reply> answer(Message request) {
    return switch (request.type()) {
      case "is_complete_request" -> Reply.of(readiness(request.text("code")));
      case "complete_request" -> Reply.of(completions(request.text("code"), cursor(request)));
      case "inspect_request" -> Reply.of(description(request));
      default -> throw new IllegalArgumentException(request.type());
    };
  }

  private Map<String, Object> readiness(String code) {
    var readiness = cells.assistance().readiness(code);
    return readiness.status().equals("incomplete")
        ? Map.of("status", "incomplete", "indent", readiness.indent())
        : Map.of("status", readiness.status());
  }

  private Map<String, Object> completions(String code, int cursor) {
    var found = cells.assistance().complete(code, cursor);
    var start = code.codePointCount(0, found.start());
    var end = code.codePointCount(0, cursor);
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
        Map.of(
            "_jupyter_types_experimental",
            found.items().stream().map(item -> typed(item, start, end)).toList()));
  }

  /** What JupyterLab shows beside a match. */
  private static Map<String, Object> typed(CodeAssistance.Item item, int start, int end) {
    return Map.of(
        "text", item.text(),
        "type", item.type(),
        "signature", item.signature(),
        "start", start,
        "end", end);
  }

  private Map<String, Object> description(Message request) {
    var found =
        cells
            .assistance()
            .describe(request.text("code"), cursor(request), request.number("detail_level", 0));
    var data =
        Map.of(
            "text/plain", found.plain(),
            "text/markdown", found.markdown(),
            "text/html", found.html());
    return Map.of(
        "status",
        "ok",
        "found",
        !found.isEmpty(),
        "data",
        found.isEmpty() ? Map.of() : data,
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
