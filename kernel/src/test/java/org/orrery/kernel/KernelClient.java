package org.orrery.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A small Jupyter client: it speaks to a kernel over its sockets and waits for what comes back. */
final class KernelClient implements AutoCloseable {

  private static final int PATIENCE_MS = 30_000;

  private final ZMQ.Context context = ZMQ.context(1);
  private final Wire wire;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket iopub;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket heartbeat;
  private final Map<String, Message> repliesWaiting = new HashMap<>();
  private final List<Message> publishedWaiting = new ArrayList<>();

  private KernelClient(ConnectionFile connection, int publishedAtOnce) {
    wire = Wire.of(connection);
    iopub = context.socket(SocketType.SUB);
    iopub.setRcvHWM(publishedAtOnce);
    connect(iopub, connection.address(connection.iopubPort()));
    iopub.subscribe(new byte[0]);
    shell = connect(SocketType.DEALER, connection.address(connection.shellPort()));
    control = connect(SocketType.DEALER, connection.address(connection.controlPort()));
    heartbeat = connect(SocketType.REQ, connection.address(connection.heartbeatPort()));
    stdin = context.socket(SocketType.DEALER);
    stdin.setReceiveTimeOut(PATIENCE_MS);
    stdin.setLinger(0);
    stdin.setIdentity(shell.getIdentity());
    stdin.connect(connection.address(connection.stdinPort()));
  }

  /** A client of a kernel that is up, or comes up, and whose published messages arrive. */
  static KernelClient of(ConnectionFile connection) throws RefusedMessageException {
    return of(connection, 0);
  }

  /** A client that takes no more from the kernel than a few messages before it reads them. */
  static KernelClient slow(ConnectionFile connection) throws RefusedMessageException {
    return of(connection, 4);
  }

  private static KernelClient of(ConnectionFile connection, int publishedAtOnce)
      throws RefusedMessageException {
    var client = new KernelClient(connection, publishedAtOnce);
    client.reply(client.send("kernel_info_request", Map.of()));
    client.iopub.setReceiveTimeOut(100);
    while (receive(client.iopub).isEmpty()) { // subscribed once something asked for comes in
      client.reply(client.send("kernel_info_request", Map.of()));
    }
    client.iopub.setReceiveTimeOut(PATIENCE_MS);
    return client;
  }

  /** Everything that came of a request. */
  record Exchange(Message reply, List<Message> published) {

    List<Message> published(String type) {
      return published.stream().filter(one -> one.type().equals(type)).toList();
    }

    String printed(String stream) {
      return published("stream").stream()
          .filter(one -> one.text("name").equals(stream))
          .map(one -> one.text("text"))
          .collect(Collectors.joining());
    }

    /** The plain text of the result, or "" when there is none. */
    String result() {
      return published("execute_result").stream()
          .map(one -> String.valueOf(one.object("data").get("text/plain")))
          .collect(Collectors.joining());
    }

    List<String> types() {
      return published.stream().map(Message::type).toList();
    }

    String status() {
      return reply.text("status");
    }
  }

  Exchange execute(String code) throws RefusedMessageException {
    return finish(send("execute_request", Map.of("code", code)));
  }

  Exchange ask(String type, Map<String, Object> content) throws RefusedMessageException {
    return finish(send(type, content));
  }

  /** Sends a request on the shell socket; returns its identity. */
  String send(String type, Map<String, Object> content) {
    return send(shell, wire, type, content);
  }

  /** Sends a request for a subshell on the shell socket; returns its identity. */
  String sendTo(String subshell, String type, Map<String, Object> content) {
    var header = Header.create(type, "test", "tester").forSubshell(subshell);
    sendFrames(shell, wire.encode(Message.of(header, content)));
    return header.id();
  }

  /** Asks on control and waits until the kernel is idle again. */
  Exchange askControl(String type, Map<String, Object> content) throws RefusedMessageException {
    var request = sendControl(type, content);
    var reply = controlReply();
    return new Exchange(reply, untilIdle(request));
  }

  /** Sends a comm message with metadata and buffers; returns its identity. */
  String sendComm(String type, Map<String, Object> content, List<byte[]> buffers) {
    var header = Header.create(type, "test", "tester");
    var message =
        new Message(List.of(), header, Optional.empty(), Map.of("from", "test"), content, buffers);
    sendFrames(shell, wire.encode(message));
    return header.id();
  }

  String sendControl(String type, Map<String, Object> content) {
    return send(control, wire, type, content);
  }

  /** Sends a request signed with another key on shell and control. */
  void sendSignedWith(String key, String type, Map<String, Object> content) {
    send(shell, Wire.signedWith(key), type, content);
    send(control, Wire.signedWith(key), type, content);
  }

  /** Sends frames as they are on shell, control and stdin. */
  void sendRaw(List<byte[]> frames) {
    List.of(shell, control, stdin).forEach(socket -> sendFrames(socket, frames));
  }

  /** Waits for the reply to {@code request}, and for everything published for it up to idle. */
  Exchange finish(String request) throws RefusedMessageException {
    var published = untilIdle(request);
    return new Exchange(reply(request), published);
  }

  /** Everything published for {@code request} before the kernel is idle with it. */
  List<Message> untilIdle(String request) throws RefusedMessageException {
    var published = new ArrayList<Message>();
    for (var next = published(request); !isIdle(next); next = published(request)) {
      published.add(next);
    }
    return published;
  }

  Message reply(String request) throws RefusedMessageException {
    while (!repliesWaiting.containsKey(request)) {
      var message = wire.decode(received(shell, "the reply to " + request));
      repliesWaiting.put(message.parent().orElseThrow().id(), message);
    }
    return repliesWaiting.remove(request);
  }

  Message controlReply() throws RefusedMessageException {
    return wire.decode(received(control, "a reply on control"));
  }

  /** The next message published for {@code request}. */
  Message published(String request) throws RefusedMessageException {
    for (var waiting : publishedWaiting) {
      if (isFor(request, waiting)) {
        publishedWaiting.remove(waiting);
        return waiting;
      }
    }
    while (true) {
      var message = wire.decode(received(iopub, "a published message of " + request));
      if (isFor(request, message)) {
        return message;
      }
      publishedWaiting.add(message);
    }
  }

  /** The next message of {@code type} published for {@code request}. */
  Message published(String request, String type) throws RefusedMessageException {
    var next = published(request);
    while (!next.type().equals(type)) {
      next = published(request);
    }
    return next;
  }

  /** Answers the kernel's next question with {@code value}; returns the question. */
  Message answerInput(String value) throws RefusedMessageException {
    var question = question();
    answer(question, value);
    return question;
  }

  void answer(Message question, String value) {
    var header = Header.create("input_reply", "test", "tester");
    sendFrames(stdin, wire.encode(question.reply(header, Map.of("value", value))));
  }

  /** What the kernel sends back for {@code beat}. */
  String heartbeat(String beat) {
    heartbeat.send(beat);
    return heartbeat.recvStr();
  }

  /** The kernel's next question. */
  Message question() throws RefusedMessageException {
    return wire.decode(received(stdin, "a question on stdin"));
  }

  private ZMQ.Socket connect(SocketType type, String address) {
    return connect(context.socket(type), address);
  }

  private ZMQ.Socket connect(ZMQ.Socket socket, String address) {
    socket.setReceiveTimeOut(PATIENCE_MS);
    socket.setLinger(0);
    if (socket.getSocketType() == SocketType.DEALER) {
      socket.setIdentity(("test-" + System.identityHashCode(this)).getBytes());
    }
    socket.connect(address);
    return socket;
  }

  private static String send(
      ZMQ.Socket socket, Wire wire, String type, Map<String, Object> content) {
    var header = Header.create(type, "test", "tester");
    sendFrames(socket, wire.encode(Message.of(header, content)));
    return header.id();
  }

  private static void sendFrames(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
    }
  }

  private static List<byte[]> received(ZMQ.Socket socket, String what) {
    var frames = receive(socket);
    if (frames.isEmpty()) {
      throw new AssertionError("waited " + PATIENCE_MS + " ms in vain for " + what);
    }
    return frames;
  }

  private static List<byte[]> receive(ZMQ.Socket socket) {
    var frames = new ArrayList<byte[]>();
    for (var frame = socket.recv(); frame != null; ) {
      frames.add(frame);
      frame = socket.hasReceiveMore() ? socket.recv() : null;
    }
    return frames;
  }

  private static boolean isFor(String request, Message message) {
    return message.parent().map(parent -> parent.id().equals(request)).orElse(false);
  }

  private static boolean isIdle(Message message) {
    return message.type().equals("status") && message.text("execution_state").equals("idle");
  }

  @Override
  public void close() {
    shell.close();
    control.close();
    iopub.close();
    stdin.close();
    heartbeat.close();
    context.close();
  }
}
