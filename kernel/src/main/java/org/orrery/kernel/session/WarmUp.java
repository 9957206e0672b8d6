package org.orrery.kernel.session;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Lets the JVM compile what every cell passes through, the shell and the messages, before an author
 * waits for it: in the JVM's first, slow code an answer takes three times as long. The messages go
 * through sockets of their own, on loopback and signed with a key that nobody else has.
 */
record WarmUp(Cells cells) implements Runnable {

  private static final int MESSAGES = 500;
  private static final String ANY_PORT = "tcp://127.0.0.1:*";

  @Override
  public void run() {
    cells.warmUp(); // which waits for the author's first cells
    var context = ZMQ.context(1);
    try (var router = bound(context, SocketType.ROUTER);
        var dealer = connected(context, SocketType.DEALER, router);
        var publisher = bound(context, SocketType.XPUB);
        var subscriber = connected(context, SocketType.SUB, publisher)) {
      subscriber.subscribe(ZMQ.SUBSCRIPTION_ALL);
      publisher.recv(); // the subscription
      var wire = Wire.signedWith(UUID.randomUUID().toString());
      for (int i = 0; i < MESSAGES; i++) {
        Frames.send(dealer, wire.encode(message("execute_request", Map.of("code", "1 + 1"))));
        var request = wire.decode(Frames.receive(router, 0));
        publish(publisher, wire, request, "status", Map.of("execution_state", "busy"));
        publish(publisher, wire, request, "execute_result", Map.of("data", Map.of("n", i)));
        Frames.send(
            router, wire.encode(request.reply(header("execute_reply"), Map.of("status", "ok"))));
        wire.decode(Frames.receive(dealer, 0));
        Frames.receive(subscriber, 0);
        Frames.receive(subscriber, 0);
      }
    } catch (RefusedMessageException e) {
      throw new IllegalStateException("the kernel refuses its own messages", e);
    } finally {
      context.term();
    }
  }

  private static void publish(
      ZMQ.Socket publisher, Wire wire, Message request, String type, Map<String, Object> content) {
    var message =
        request
            .reply(header(type), content)
            .withIdentities(List.of(type.getBytes(StandardCharsets.US_ASCII)));
    Frames.send(publisher, wire.encode(message));
  }

  private static Message message(String type, Map<String, Object> content) {
    return Message.of(header(type), content);
  }

  private static Header header(String type) {
    return Header.create(type, "warm-up", "kernel");
  }

  private static ZMQ.Socket bound(ZMQ.Context context, SocketType type) {
    var socket = context.socket(type);
    socket.setLinger(0);
    socket.bind(ANY_PORT);
    return socket;
  }

  private static ZMQ.Socket connected(ZMQ.Context context, SocketType type, ZMQ.Socket to) {
    var socket = context.socket(type);
    socket.setLinger(0);
    socket.connect(to.getLastEndpoint());
    return socket;
  }
}
