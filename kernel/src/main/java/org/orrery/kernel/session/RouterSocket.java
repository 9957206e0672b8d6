package org.orrery.kernel.session;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.RefusedMessageException;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
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
    var frames = wire.encode(message);
    if (Thread.currentThread() == owner) {
      Frames.send(socket, frames);
    } else {
      later(() -> Frames.send(socket, frames));
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
      receiver.accept(wire.decode(frames));
    } catch (RefusedMessageException e) {
      log.println("orrery kernel: refused a message on " + name + ": " + e.getMessage());
    } catch (ZMQException e) {
      throw e;
    } catch (RuntimeException | Error e) { // one bad message must not make the kernel deaf
      log.println("orrery kernel: failed on a message on " + name + ":");
      e.printStackTrace(log);
    }
  }

  /** Runs the oldest waiting task; whether there was one. */
  private boolean runTask() {
    var task = tasks.poll();
    if (task == null) {
      return false;
    }
    task.run();
    return true;
  }
}
