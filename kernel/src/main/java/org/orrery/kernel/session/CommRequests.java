package org.orrery.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.Comms;
import org.orrery.kernel.comm.HandlerFailures;
import org.orrery.kernel.protocol.Message;

/**
 * What a front end says over comms. Handlers run before this returns, within the request: what they
 * print belongs to it, and what they throw is printed there.
 */
final class CommRequests implements Requests {

  private final Comms comms;
  private final CellContext context;

  CommRequests(Comms comms, CellContext context) {
    this.comms = comms;
    this.context = context;
  }

  @Override
  public Optional<Reply> answer(Message request) {
    var id = request.text("comm_id");
    return switch (request.type()) {
      case "comm_info_request" -> Reply.of(open(request.text("target_name")));
      case "comm_open" ->
          handled(request, () -> comms.opened(id, request.text("target_name"), said(request)));
      case "comm_msg" -> handled(request, () -> comms.received(id, said(request)));
      case "comm_close" -> handled(request, () -> comms.closed(id, said(request)));
      default -> Optional.empty();
    };
  }

  private Map<String, Object> open(String targetName) {
    var found = new LinkedHashMap<String, Object>();
    for (var comm : comms.all()) {
      if (targetName.isEmpty() || comm.target().equals(targetName)) {
        found.put(comm.id(), Map.of("target_name", comm.target()));
      }
    }
    return Map.of("status", "ok", "comms", found);
  }

  private Optional<Reply> handled(Message request, Runnable handling) {
    context.during(
        new Execution(request),
        () -> {
          try {
            handling.run();
          } catch (RuntimeException | Error e) { // of a handler: the kernel goes on
            HandlerFailures.print(e);
          }
        });
    return Optional.empty();
  }

  private static CommMessage said(Message request) {
    return new CommMessage(request.object("data"), request.metadata(), request.buffers());
  }
}
