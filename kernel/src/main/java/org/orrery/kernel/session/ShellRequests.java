package org.orrery.kernel.session;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.orrery.kernel.protocol.Message;

/**
 * Leads every message of the shell socket to the thread that answers it: cells to their lanes, help
 * with writing code and widgets to threads of their own, so that they go on while a cell runs, and
 * what takes no time is answered at once.
 */
final class ShellRequests {

  private final RouterSocket socket;
  private final Responder responder;
  private final Subshells subshells;
  private final Requests assistance;
  private final Requests history;
  private final Requests comms;
  private final Requests others;
  private final Executor assisting = threadOf("assistance");
  private final Executor remembering = threadOf("history");
  private final Executor talking = threadOf("comms");

  ShellRequests(
      RouterSocket socket,
      Responder responder,
      Subshells subshells,
      Requests assistance,
      Requests history,
      Requests comms,
      Requests others) {
    this.socket = socket;
    this.responder = responder;
    this.subshells = subshells;
    this.assistance = assistance;
    this.history = history;
    this.comms = comms;
    this.others = others;
  }

  /** Takes a message that has come; never waits. */
  void take(Message request) {
    var lane = subshells.laneOf(request);
    if (lane.isEmpty()) {
      var id = request.header().subshell().orElseThrow();
      responder.respond(socket, request, unanswerable -> subshells.unknown(request, id));
      return;
    }
    switch (request.type()) {
      case "execute_request" -> lane.get().execute(request);
      case "is_complete_request", "complete_request", "inspect_request" ->
          later(assisting, request, assistance);
      case "history_request" -> later(remembering, request, history);
      case "comm_info_request", "comm_open", "comm_msg", "comm_close" ->
          later(talking, request, comms);
      default -> responder.respond(socket, request, others);
    }
  }

  private void later(Executor thread, Message request, Requests requests) {
    thread.execute(() -> responder.respond(socket, request, requests));
  }

  private static Executor threadOf(String name) {
    return Executors.newSingleThreadExecutor(
        task -> {
          var thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
