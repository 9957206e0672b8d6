package org.orrery.kernel.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.session.Requests.Reply;

/**
 * The threads that run cells: the main one, and one for every subshell that a front end creates
 * (JEP 91). They share every variable.
 */
final class Subshells implements Requests {

  private final Function<String, Lane> lanes;
  private final Lane main;
  private final Map<String, Lane> byId = new LinkedHashMap<>();

  /**
   * @param lanes makes a lane whose thread has the given name
   */
  Subshells(Function<String, Lane> lanes) {
    this.lanes = lanes;
    this.main = lanes.apply("cell");
  }

  /** The lane for {@code request}; empty when its subshell is none. */
  synchronized Optional<Lane> laneOf(Message request) {
    var id = request.header().subshell();
    return id.isEmpty() ? Optional.of(main) : Optional.ofNullable(byId.get(id.get()));
  }

  synchronized List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  @Override
  public Optional<Reply> answer(Message request) {
    return switch (request.type()) {
      case "create_subshell_request" -> create();
      case "delete_subshell_request" -> delete(request);
      case "list_subshell_request" -> Reply.of(Map.of("status", "ok", "subshell_id", ids()));
      default -> throw new IllegalArgumentException(request.type());
    };
  }

  private synchronized Optional<Reply> create() {
    var id = UUID.randomUUID().toString();
    byId.put(id, lanes.apply("cell-" + id.substring(0, 8)));
    return Reply.of(Map.of("status", "ok", "subshell_id", id));
  }

  private synchronized Optional<Reply> delete(Message request) {
    var id = request.text("subshell_id");
    var lane = byId.remove(id);
    if (lane == null) {
      return unknown(request, id);
    }
    lane.end();
    return Reply.of(Map.of("status", "ok"));
  }

  /** Refuses a request for the subshell {@code id}, which is none; other messages have no reply. */
  Optional<Reply> unknown(Message request, String id) {
    if (!request.type().endsWith("_request")) {
      return Optional.empty();
    }
    return Reply.error(
        "UnknownSubshell",
        "expected one of the subshells %s, received \"%s\": it was deleted, or never created"
            .formatted(ids(), id));
  }
}
