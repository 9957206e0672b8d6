package org.orrery.kernel.session;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * Receives the requests of one socket and answers each, with {@code busy} before and {@code idle}
 * after it, whatever happens.
 */
final class RequestLoop implements Runnable {

  private final String name;
  private final ZMQ.Socket socket;
  private final Wire wire;
  private final IoPub iopub;
  private final String session;
  private final Requests requests;
  private final PrintStream log;
  private boolean aborting;

  RequestLoop(
      String name,
      ZMQ.Socket socket,
      Wire wire,
      IoPub iopub,
      String session,
      Requests requests,
      PrintStream log) {
    this.name = name;
    this.socket = socket;
    this.wire = wire;
    this.iopub = iopub;
    this.session = session;
    this.requests = requests;
    this.log = log;
  }

  /** Runs until the sockets' context is terminated. */
  @Override
  public void run() {
    try {
      while (true) {
        next();
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.ETERM) {
        log.println("orrery kernel: the " + name + " socket failed: " + e.getMessage());
      }
    } finally {
      socket.close();
    }
  }

  private void next() {
    var frames = Frames.receive(socket, aborting ? ZMQ.DONTWAIT : 0);
    if (frames.isEmpty()) {
      aborting = false;
      return;
    }
    try {
      answer(wire.decode(frames));
    } catch (RefusedMessageException e) {
      log.println("orrery kernel: refused a message on " + name + ": " + e.getMessage());
    }
  }

  private void answer(Message request) {
    var parent = Optional.of(request.header());
    var afterwards = Optional.<Runnable>empty();
    iopub.status(parent, "busy");
    try {
      var reply = replyTo(request);
      reply.ifPresent(one -> send(request, one.content()));
      aborting |= reply.map(Requests.Reply::abortsWaiting).orElse(false);
      afterwards = reply.map(Requests.Reply::afterwards);
    } finally {
      iopub.status(parent, "idle");
    }
    afterwards.ifPresent(Runnable::run);
  }

  private Optional<Requests.Reply> replyTo(Message request) {
    if (aborting && request.type().equals("execute_request")) {
      return Requests.Reply.of(Map.of("status", "aborted"));
    }
    try {
      return requests.answer(request);
    } catch (RuntimeException | Error e) { // a fault of ours must not leave the client waiting
      e.printStackTrace(log);
      return Requests.Reply.of(
          Map.of(
              "status", "error",
              "ename", e.getClass().getSimpleName(),
              "evalue", String.valueOf(e.getMessage()),
              "traceback", List.of("the kernel failed to answer " + request.type() + ": " + e)));
    }
  }

  private void send(Message request, Map<String, Object> content) {
    var type = request.type().replaceFirst("_request$", "_reply");
    var header = Header.create(type, session, "kernel");
    Frames.send(socket, wire.encode(request.reply(header, content)));
  }
}
