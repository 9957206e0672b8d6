package org.orrery.kernel.session;

import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Message;

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
      case "inspect_request" -> Reply.of(description(request.text("code"), cursor(request)));
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
    return Map.of(
        "status", "ok",
        "matches", found.matches(),
        "cursor_start", code.codePointCount(0, found.start()),
        "cursor_end", code.codePointCount(0, cursor),
        "metadata", Map.of());
  }

  private Map<String, Object> description(String code, int cursor) {
    var text = cells.assistance().describe(code, cursor);
    return Map.of(
        "status",
        "ok",
        "found",
        !text.isEmpty(),
        "data",
        text.isEmpty() ? Map.of() : Map.of("text/plain", text),
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
