package org.orrery.kernel.session;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.session.Requests.Reply;

/** Answers requests, with {@code busy} before and {@code idle} after each, whatever happens. */
final class Responder {

  private final Status status;
  private final String session;
  private final PrintStream log;

  Responder(Status status, String session, PrintStream log) {
    this.status = status;
    this.session = session;
    this.log = log;
  }

  /** Answers a request that runs no cell. */
  void respond(RouterSocket socket, Message request, Requests requests) {
    var afterwards = Optional.<Runnable>empty();
    status.busy(request.header());
    try {
      var reply = answer(request, requests);
      reply.ifPresent(one -> socket.send(message(request, one.content())));
      afterwards = reply.map(Reply::afterwards);
    } finally {
      status.idle(request.header());
    }
    afterwards.ifPresent(Runnable::run);
  }

  /** What {@code requests} answer, or that they failed to. */
  Optional<Reply> answer(Message request, Requests requests) {
    try {
      return requests.answer(request);
    } catch (RuntimeException | Error e) { // a fault of ours must not leave the client waiting
      log.println("orrery kernel: failed to answer " + request.type() + ":");
      e.printStackTrace(log);
      return Reply.error(
          e.getClass().getSimpleName(),
          "the kernel failed to answer %s: %s".formatted(request.type(), e.getMessage()));
    }
  }

  /** Does {@code task}; the thread that calls goes on whatever happens. */
  void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      log.println("orrery kernel: failed beside a cell:");
      e.printStackTrace(log);
    }
  }

  /** The reply to {@code request} as a message. */
  Message message(Message request, Map<String, Object> content) {
    var type = request.type().replaceFirst("_request$", "_reply");
    return request.reply(Header.create(type, session, "kernel"), content);
  }

  /** The reply to an execution that began at {@code started}, which front ends keep as its time. */
  Message message(Message request, Map<String, Object> content, Instant started) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("started", started.truncatedTo(ChronoUnit.MICROS).toString());
    metadata.put("dependencies_met", true);
    metadata.put("engine", session);
    metadata.put("status", content.get("status"));
    return message(request, content).withMetadata(metadata);
  }
}
