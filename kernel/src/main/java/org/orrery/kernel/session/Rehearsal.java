package org.orrery.kernel.session;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A kernel within the kernel and a front end of it: cells go through the very code that those of an
 * author go through, over sockets of their own, on loopback and signed with a key that nobody else
 * has. Neither what they declare nor what they publish reaches anyone.
 */
final class Rehearsal implements AutoCloseable {

  private static final int ANY_PORT = 0;
  private static final int PUBLISHED_WITHIN_MS = 1_000;

  private final Sockets sockets;
  private final Cells cells;
  private final IoPub iopub;
  private final Lane lane;
  private final Wire wire;
  private final ZMQ.Context context = ZMQ.context(1);
  private final ZMQ.Socket asking;
  private final ZMQ.Socket listening;

  private Rehearsal(Sockets sockets, ConnectionFile connection, Cells cells, PrintStream log) {
    this.sockets = sockets;
    this.cells = cells;
    this.wire = Wire.of(connection);
    asking = connected(SocketType.DEALER, sockets.shell());
    listening = connected(SocketType.SUB, sockets.iopub());
    listening.setReceiveTimeOut(PUBLISHED_WITHIN_MS);
    listening.subscribe(ZMQ.SUBSCRIPTION_ALL);
    var session = UUID.randomUUID().toString();
    var cellContext = new CellContext();
    iopub = new IoPub(sockets.iopub(), wire, session);
    var status = new Status(iopub);
    var shell = new RouterSocket("rehearsal-shell", sockets.shell(), wire, log);
    var history = new History(HistoryFile.at(Optional.empty(), log));
    var nothingNative = new NativeOutput(iopub, cellContext, KernelLog.over(log));
    var executions =
        new Executions(cells, iopub, cellContext, history, new Running(iopub), nothingNative);
    lane = new Lane("rehearsal", shell, executions, new Responder(status, session, log), status);
    iopub.start();
    shell.start(lane::execute);
  }

  /** A rehearsal whose cells are evaluated by {@code cells}, of which nobody else knows. */
  static Rehearsal of(Cells cells, PrintStream log) {
    try {
      var connection = connection();
      return new Rehearsal(Sockets.bind(connection), connection, cells, log);
    } catch (IOException e) {
      throw new UncheckedIOException("the kernel cannot listen to itself", e);
    }
  }

  private static ConnectionFile connection() {
    return new ConnectionFile(
        "tcp",
        "127.0.0.1",
        ANY_PORT,
        ANY_PORT,
        ANY_PORT,
        ANY_PORT,
        ANY_PORT,
        UUID.randomUUID().toString(),
        "hmac-sha256",
        "rehearsal");
  }

  private ZMQ.Socket connected(SocketType type, ZMQ.Socket to) {
    var socket = context.socket(type);
    socket.setLinger(0);
    socket.connect(to.getLastEndpoint());
    return socket;
  }

  /**
   * Runs a cell, as a front end does.
   *
   * @throws IllegalStateException when it fails
   */
  void execute(String code) {
    var content = Map.<String, Object>of("code", code, "silent", false, "store_history", true);
    var request = Message.of(Header.create("execute_request", "rehearsal", "kernel"), content);
    Frames.send(asking, wire.encode(request));
    var reply = receive(asking).orElseThrow();
    while (!isIdle(receive(listening))) {}
    if (!reply.text("status").equals("ok")) {
      throw new IllegalStateException("a sample cell fails: " + reply);
    }
  }

  /** The next message; empty when it was published before one could listen. */
  private Optional<Message> receive(ZMQ.Socket socket) {
    var frames = Frames.receive(socket, 0);
    try {
      return frames.isEmpty() ? Optional.empty() : Optional.of(wire.decode(frames));
    } catch (RefusedMessageException e) {
      throw new IllegalStateException("the kernel refuses its own messages", e);
    }
  }

  private static boolean isIdle(Optional<Message> message) {
    return message.isEmpty()
        || message.get().type().equals("status")
            && message.get().text("execution_state").equals("idle");
  }

  /** Ends the threads and lets go of what the cells declared. */
  @Override
  public void close() throws InterruptedException {
    lane.end();
    iopub.close();
    sockets.control().close();
    sockets.stdin().close();
    sockets.heartbeat().close();
    asking.close();
    listening.close();
    context.term();
    sockets.context().term();
    cells.reset();
  }
}
