package org.orrery.lab.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/**
 * A Jupyter client: sends requests to a kernel's sockets and waits for the answers. For one thread.
 *
 * <pre>{@code
 * try (var client = KernelClient.connect(process.connection())) {
 *   client.awaitReady(pulse);
 *   var reply = client.execute("1 + 1", header -> …, message -> …, pulse);
 *   reply.text("status");   // "ok"
 * }
 * }</pre>
 */
public final class KernelClient implements AutoCloseable {

  private static final int BEAT_MILLIS = 80;
  private static final long RETRY_NANOS = Duration.ofMillis(500).toNanos();

  private final String session = UUID.randomUUID().toString();
  private final ZContext context = new ZContext();
  private final ZMQ.Poller poller;
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket iopub;
  private final Wire wire;

  private KernelClient(ConnectionFile connection) {
    context.setLinger(200);
    wire = Wire.of(connection);
    shell = socket(SocketType.DEALER, connection, connection.shellPort());
    control = socket(SocketType.DEALER, connection, connection.controlPort());
    iopub = socket(SocketType.SUB, connection, connection.iopubPort());
    iopub.subscribe(ZMQ.SUBSCRIPTION_ALL);
    poller = context.createPoller(3);
    poller.register(shell, ZMQ.Poller.POLLIN);
    poller.register(control, ZMQ.Poller.POLLIN);
    poller.register(iopub, ZMQ.Poller.POLLIN);
  }

  /** Connects to the kernel at {@code connection}; it need not listen yet. */
  public static KernelClient connect(ConnectionFile connection) {
    return new KernelClient(connection);
  }

  private ZMQ.Socket socket(SocketType type, ConnectionFile connection, int port) {
    var socket = context.createSocket(type);
    socket.setHWM(0);
    socket.setReconnectIVL(20);
    socket.setReconnectIVLMax(200);
    socket.connect(connection.address(port));
    return socket;
  }

  /**
   * Waits until the kernel has answered on the shell socket and has been heard on IOPub, so that no
   * output of the first cell is missed.
   *
   * @return the content of its {@code kernel_info_reply}
   * @throws KernelDiedException as {@code pulse} decides
   */
  public Map<String, Object> awaitReady(Pulse pulse) throws KernelDiedException {
    var heard = false;
    var asked = System.nanoTime() - RETRY_NANOS;
    var info = Optional.<Message>empty();
    while (!heard || info.isEmpty()) {
      pulse.beat();
      if (System.nanoTime() - asked >= RETRY_NANOS) {
        asked = System.nanoTime();
        send(shell, "kernel_info_request", Map.of());
      }
      poller.poll(BEAT_MILLIS);
      heard |= receive(iopub).isPresent();
      info = info.or(() -> receive(shell).filter(m -> m.type().equals("kernel_info_reply")));
    }
    return info.get().content();
  }

  /**
   * Executes {@code code} and waits for its reply and for the kernel to be idle again.
   *
   * @param heard called with every IOPub message that arrives meanwhile, also those that belong to
   *     earlier requests; their parent says to which
   * @param sent called first, with the header of the request
   * @return the {@code execute_reply}
   * @throws KernelDiedException as {@code pulse} decides
   */
  public Message execute(String code, Consumer<Header> sent, Consumer<Message> heard, Pulse pulse)
      throws KernelDiedException {
    var content = new HashMap<String, Object>();
    content.put("code", code);
    content.put("silent", false);
    content.put("store_history", true);
    content.put("user_expressions", Map.of());
    content.put("allow_stdin", false);
    content.put("stop_on_error", true);
    var request = message("execute_request", content);
    sent.accept(request.header());
    send(shell, request);
    var idle = false;
    var reply = Optional.<Message>empty();
    while (!idle || reply.isEmpty()) {
      poller.poll(BEAT_MILLIS);
      var message = receive(iopub);
      while (message.isPresent()) {
        heard.accept(message.get());
        idle |= answers(message.get(), request) && isIdle(message.get());
        message = receive(iopub);
      }
      reply = reply.or(() -> receive(shell).filter(m -> answers(m, request)));
      receive(control);
      if (pulse.beat() == Pulse.Verdict.INTERRUPT) {
        send(control, "interrupt_request", Map.of());
      }
    }
    return reply.get();
  }

  /**
   * Asks anything but an execution and waits for the reply.
   *
   * @throws KernelDiedException as {@code pulse} decides
   */
  public Message ask(String type, Map<String, Object> content, Pulse pulse)
      throws KernelDiedException {
    var request = message(type, content);
    send(shell, request);
    var reply = Optional.<Message>empty();
    while (reply.isEmpty()) {
      pulse.beat();
      poller.poll(BEAT_MILLIS);
      receive(iopub);
      reply = receive(shell).filter(m -> answers(m, request));
    }
    return reply.get();
  }

  /** Hands what has already arrived on IOPub to {@code heard}, without waiting. */
  public void drain(Consumer<Message> heard) {
    for (var message = receive(iopub); message.isPresent(); message = receive(iopub)) {
      heard.accept(message.get());
    }
  }

  /** Asks the kernel to end and waits at most {@code limit} for the process to do so. */
  public boolean shutdown(KernelProcess process, Duration limit) throws InterruptedException {
    send(control, "shutdown_request", Map.of("restart", false));
    return process.endsWithin(limit);
  }

  private Message message(String type, Map<String, Object> content) {
    return Message.of(Header.create(type, session, "orrery"), content);
  }

  private void send(ZMQ.Socket socket, String type, Map<String, Object> content) {
    send(socket, message(type, content));
  }

  private void send(ZMQ.Socket socket, Message message) {
    var frames = new ZMsg();
    wire.encode(message).forEach(frames::add);
    frames.send(socket);
  }

  private Optional<Message> receive(ZMQ.Socket socket) {
    var frames = ZMsg.recvMsg(socket, ZMQ.DONTWAIT);
    if (frames == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(wire.decode(frames.stream().map(frame -> frame.getData()).toList()));
    } catch (RefusedMessageException e) {
      throw new IllegalStateException(
          "the kernel sent a message that is none: " + e.getMessage(), e);
    }
  }

  private static boolean answers(Message message, Message request) {
    return message.parent().map(p -> p.id().equals(request.header().id())).orElse(false);
  }

  private static boolean isIdle(Message message) {
    return message.type().equals("status") && message.text("execution_state").equals("idle");
  }

  @Override
  public void close() {
    context.close();
  }
}
