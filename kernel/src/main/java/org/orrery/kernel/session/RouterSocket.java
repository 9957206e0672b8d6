package org.orrery.kernel.session;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import tools.jackson.core.JacksonException;
import zmq.ZError;

/**
 * A socket that receives from many front ends and answers each, and the one thread that touches it.
 * Any thread may {@link #send}, also one that a cell's author interrupts: an interrupted thread
 * that touched the socket itself would close it.
 */
final class RouterSocket implements Runnable {

  private static final int RECEIVED_IN_A_ROW = 1_000;

  private final String name;
  private final ZMQ.Socket socket;
  private final Wire wire;
  private final PrintStream log;
  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private volatile Thread owner;
  private Consumer<Message> receiver = message -> {};

  RouterSocket(String name, ZMQ.Socket socket, Wire wire, PrintStream log) {
    this.name = name;
    this.socket = socket;
    this.wire = wire;
    this.log = log;
    try {
      this.selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot wait for messages on the " + name + " socket", e);
    }
  }

  /** Hands every valid message to {@code messages}, on the socket's own thread; called once. */
  void start(Consumer<Message> messages) {
    receiver = messages;
    owner = new Thread(this, name);
    owner.setDaemon(true);
    owner.start();
  }

  /** Sends {@code message} to where its identities lead; dropped when that front end has gone. */
  void send(Message message) {
    send(message, () -> {});
  }

  /**
   * Sends {@code message} to where its identities lead; a socket that must deliver runs {@code
   * undeliverable} when nobody is there.
   */
  void send(Message message, Runnable undeliverable) {
    var frames = encoded(message);
    if (Thread.currentThread() == owner) {
      send(frames, undeliverable);
    } else {
      later(() -> send(frames, undeliverable));
    }
  }

  private void send(List<byte[]> frames, Runnable undeliverable) {
    try {
      Frames.send(socket, frames);
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.EHOSTUNREACH) {
        throw e;
      }
      undeliverable.run();
    }
  }

  /** A reply that is no JSON, as a user's own display data may make it, still gets an answer. */
  private List<byte[]> encoded(Message message) {
    try {
      return wire.encode(message);
    } catch (JacksonException e) {
      var error = "this cannot be sent: " + e.getOriginalMessage();
      var content =
          Map.<String, Object>of(
              "status",
              "error",
              "ename",
              e.getClass().getSimpleName(),
              "evalue",
              error,
              "traceback",
              List.of(error));
      return wire.encode(message.withContent(content));
    }
  }

  /**
   * Runs {@code task} on the socket's thread once everything that has come to the socket by now was
   * handed in.
   */
  void later(Runnable task) {
    tasks.add(task);
    selector.wakeup();
  }

  /** Runs until the sockets' context is terminated. */
  @Override
  public void run() {
    try (selector) {
      socket.getFD().register(selector, SelectionKey.OP_READ);
      while (true) {
        if (!receive() && !runTask()) {
          selector.select();
          selector.selectedKeys().clear();
        }
      }
    } catch (IOException e) {
      log.println("orrery kernel: the " + name + " socket failed: " + e.getMessage());
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.ETERM) {
        log.println("orrery kernel: the " + name + " socket failed: " + e.getMessage());
      }
    } finally {
      socket.close();
    }
  }

  /** Hands in what has come; whether there may be more. */
  private boolean receive() {
    for (int i = 0; i < RECEIVED_IN_A_ROW; i++) {
      var frames = Frames.receive(socket, ZMQ.DONTWAIT);
      if (frames.isEmpty()) {
        return i > 0 && tasks.isEmpty();
      }
      take(frames);
    }
    return tasks.isEmpty();
  }

  private void take(List<byte[]> frames) {
    try {
      var message = wire.decode(frames);
      guarded(() -> receiver.accept(message));
    } catch (RefusedMessageException e) {
      log.println("orrery kernel: refused a message on " + name + ": " + e.getMessage());
    }
  }

  /** One fault of ours must not make the kernel deaf. */
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (ZMQException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      log.println("orrery kernel: the " + name + " socket's thread failed on a message:");
      e.printStackTrace(log);
    }
  }

  /** Runs the oldest waiting task; whether there was one. */
  private boolean runTask() {
    var task = tasks.poll();
    if (task == null) {
      return false;
    }
    guarded(task);
    return true;
  }
}
