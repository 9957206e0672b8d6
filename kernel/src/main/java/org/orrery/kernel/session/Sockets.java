package org.orrery.kernel.session;

import java.io.IOException;
import org.orrery.kernel.protocol.ConnectionFile;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/** The five sockets of a kernel, bound. Each is then used by one thread only, which closes it. */
record Sockets(
    ZMQ.Context context,
    ZMQ.Socket shell,
    ZMQ.Socket control,
    ZMQ.Socket iopub,
    ZMQ.Socket stdin,
    ZMQ.Socket heartbeat) {

  private static final int LINGER_MS = 1_000;
  private static final int NO_LIMIT = 0;

  /** Messages to one front end that are on their way; printed text comes in at most 64 kB each. */
  private static final int PUBLISHED_AT_ONCE = 32;

  private static final int SEND_TIMEOUT_MS = 200;

  /** A larger one could not be held anyway; a frame may claim any length. */
  private static final long LARGEST_MESSAGE = Runtime.getRuntime().maxMemory() / 4;

  /**
   * Binds them all.
   *
   * @throws IOException naming the address that cannot be bound
   */
  static Sockets bind(ConnectionFile connection) throws IOException {
    var context = ZMQ.context(1);
    var sockets =
        new Sockets(
            context,
            bind(context, SocketType.ROUTER, connection, "shell", connection.shellPort()),
            bind(context, SocketType.ROUTER, connection, "control", connection.controlPort()),
            bind(context, SocketType.PUB, connection, "iopub", connection.iopubPort()),
            bind(context, SocketType.ROUTER, connection, "stdin", connection.stdinPort()),
            bind(context, SocketType.ROUTER, connection, "heartbeat", connection.heartbeatPort()));
    sockets.stdin().setRouterMandatory(true); // a question that reaches nobody must not wait
    return sockets;
  }

  private static ZMQ.Socket bind(
      ZMQ.Context context, SocketType type, ConnectionFile connection, String name, int port)
      throws IOException {
    var socket = context.socket(type);
    socket.setLinger(LINGER_MS);
    socket.setSndHWM(type == SocketType.PUB ? PUBLISHED_AT_ONCE : NO_LIMIT);
    socket.setRcvHWM(NO_LIMIT);
    socket.setMaxMsgSize(LARGEST_MESSAGE);
    if (type == SocketType.PUB) { // at its limit it waits, and says so, in place of dropping
      socket.setXpubNoDrop(true);
      socket.setSendTimeOut(SEND_TIMEOUT_MS);
    }
    if (type == SocketType.ROUTER) {
      socket.setRouterHandover(true);
    }
    try {
      socket.bind(connection.address(port));
      return socket;
    } catch (ZMQException e) {
      throw new IOException(
          "cannot bind the %s socket to %s: %s; is another kernel using this connection file?"
              .formatted(name, connection.address(port), e.getMessage()),
          e);
    }
  }
}
