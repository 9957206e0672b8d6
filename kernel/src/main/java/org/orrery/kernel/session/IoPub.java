package org.orrery.kernel.session;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.orrery.kernel.protocol.Header;
import org.orrery.kernel.protocol.Message;
import org.orrery.kernel.protocol.Wire;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/**
 * The one writer of the IOPub socket. Everything is sent in the order it was published; printed
 * text that follows upon text of the same cell and stream travels with it in one message, at most
 * {@value #FLUSH_MS} ms later. Nothing is dropped: when front ends read slowly, cells that print
 * wait.
 */
final class IoPub implements AutoCloseable {

  private static final int FLUSH_MS = 10;
  private static final int MESSAGE_BYTES = 1 << 16;
  private static final int WAITING_BYTES = 1 << 22;
  private static final int WAITING_BYTES_ONCE_INTERRUPTED = 4 * WAITING_BYTES;
  private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private sealed interface Entry {
    int size();
  }

  private record Whole(List<byte[]> frames, int size) implements Entry {}

  private record Text(Header parent, String name, ByteArrayOutputStream utf8, long due)
      implements Entry {
    @Override
    public int size() {
      return utf8.size();
    }
  }

  private final ZMQ.Socket socket;
  private final Wire wire;
  private final String session;
  private final Thread writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Condition space = lock.newCondition();
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private long waitingBytes;
  private boolean interrupted;
  private volatile boolean closed;
  private volatile long closedAt;

  IoPub(ZMQ.Socket socket, Wire wire, String session) {
    this.socket = socket;
    this.wire = wire;
    this.session = session;
    this.writer = new Thread(this::write, "iopub");
    writer.setDaemon(true);
  }

  void start() {
    writer.start();
  }

  /** Publishes a message of the kernel's own, without ever waiting. */
  void publish(String type, Optional<Header> parent, Map<String, Object> content) {
    add(whole(type, parent, Map.of(), content, List.of()), false);
  }

  /** Publishes a message of a cell, which waits while very much is still to be sent. */
  void publishWithSpace(String type, Optional<Header> parent, Map<String, Object> content) {
    publishWithSpace(type, parent, Map.of(), content, List.of());
  }

  /** Publishes a message of a cell with metadata and buffers. */
  void publishWithSpace(
      String type,
      Optional<Header> parent,
      Map<String, Object> metadata,
      Map<String, Object> content,
      List<byte[]> buffers) {
    add(whole(type, parent, metadata, content, buffers), true);
  }

  /**
   * Publishes whole characters, printed to the stream {@code name}. Waits while very much is still
   * to be sent.
   */
  void print(String name, Header parent, byte[] utf8, int offset, int length) {
    lock.lock();
    try {
      if (!awaitSpace()) {
        return;
      }
      waitingBytes += length;
      if (waiting.peekLast() instanceof Text last
          && last.parent().equals(parent)
          && last.name().equals(name)
          && last.size() < MESSAGE_BYTES) {
        last.utf8().write(utf8, offset, length);
        if (last.size() >= MESSAGE_BYTES) {
          ready.signal();
        }
        return;
      }
      var due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MS);
      var text = new Text(parent, name, new ByteArrayOutputStream(Math.max(256, length)), due);
      text.utf8().write(utf8, offset, length);
      waiting.add(text);
      ready.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets cells that wait go on for a while, so that an interrupt reaches them also when no front
   * end reads.
   */
  void interrupt() {
    lock.lock();
    try {
      interrupted = waitingBytes > WAITING_BYTES;
      space.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Sends what is waiting, as long as front ends take it, then closes the socket. */
  @Override
  public void close() throws InterruptedException {
    lock.lock();
    try {
      closedAt = System.nanoTime();
      closed = true;
      ready.signal();
      space.signalAll();
    } finally {
      lock.unlock();
    }
    writer.join();
  }

  private Whole whole(
      String type,
      Optional<Header> parent,
      Map<String, Object> metadata,
      Map<String, Object> content,
      List<byte[]> buffers) {
    var topic = List.of(type.getBytes(StandardCharsets.US_ASCII));
    var header = Header.create(type, session, "kernel");
    var frames = wire.encode(new Message(topic, header, parent, metadata, content, buffers));
    return new Whole(frames, frames.stream().mapToInt(frame -> frame.length).sum());
  }

  private void add(Whole message, boolean withSpace) {
    lock.lock();
    try {
      if (withSpace && !awaitSpace()) {
        return;
      }
      waitingBytes += message.size();
      waiting.add(message);
      ready.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is space; there comes none for a cell that prints on while the kernel ends. */
  private boolean awaitSpace() {
    while (waitingBytes > (interrupted ? WAITING_BYTES_ONCE_INTERRUPTED : WAITING_BYTES)) {
      if (closed) {
        return false;
      }
      space.awaitUninterruptibly();
    }
    return true;
  }

  private void write() {
    try {
      for (var next = take(); next.isPresent(); next = take()) {
        if (!send(frames(next.get()))) {
          return;
        }
      }
    } catch (ZMQException e) {
      if (e.getErrorCode() != ZError.ETERM) {
        throw e;
      }
    } finally {
      socket.close();
    }
  }

  /** The next entry to send, once text has had its chance to grow; empty when closed. */
  private Optional<Entry> take() {
    lock.lock();
    try {
      while (!closed && (waiting.isEmpty() || mayGrow())) {
        if (waiting.isEmpty()) {
          ready.awaitUninterruptibly();
        } else {
          var left = ((Text) waiting.peek()).due() - System.nanoTime();
          ready.awaitNanos(Math.max(1, left));
        }
      }
      var next = Optional.ofNullable(waiting.poll());
      next.ifPresent(entry -> waitingBytes -= entry.size());
      if (waitingBytes <= WAITING_BYTES) {
        interrupted = false;
        space.signalAll();
      }
      return next;
    } catch (InterruptedException e) {
      throw new IllegalStateException("the IOPub writer is never interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private boolean mayGrow() {
    return waiting.size() == 1
        && waiting.peek() instanceof Text text
        && text.size() < MESSAGE_BYTES
        && System.nanoTime() - text.due() < 0;
  }

  private List<byte[]> frames(Entry entry) {
    if (entry instanceof Whole whole) {
      return whole.frames();
    }
    var text = (Text) entry;
    return wire.encode(
        new Message(
            List.of(("stream." + text.name()).getBytes(StandardCharsets.US_ASCII)),
            Header.create("stream", session, "kernel"),
            Optional.of(text.parent()),
            Map.of(),
            Map.of("name", text.name(), "text", text.utf8().toString(StandardCharsets.UTF_8)),
            List.of()));
  }

  /** Sends, however long front ends take; false when they take nothing and the kernel ends. */
  private boolean send(List<byte[]> frames) {
    while (!Frames.trySend(socket, frames)) {
      if (closed && System.nanoTime() - closedAt > GOODBYE_NANOS) {
        return false;
      }
    }
    return true;
  }
}
