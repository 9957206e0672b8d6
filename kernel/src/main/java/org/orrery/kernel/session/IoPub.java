package org.orrery.kernel.session;

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

/**
 * The one writer of the IOPub socket. Everything is sent in the order it was published; printed
 * text that follows upon text of the same cell and stream travels with it in one message, at most
 * {@value #FLUSH_MS} ms later.
 */
final class IoPub implements AutoCloseable {

  private static final int FLUSH_MS = 10;
  private static final int MESSAGE_CHARS = 1 << 16;
  private static final int WAITING_CHARS = 1 << 23;

  private sealed interface Entry {}

  private record Whole(Message message) implements Entry {}

  private record Text(Header parent, String name, StringBuilder text, long due) implements Entry {}

  private final ZMQ.Socket socket;
  private final Wire wire;
  private final String session;
  private final Thread writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final Condition space = lock.newCondition();
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private long waitingChars;
  private boolean closed;

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

  /** Publishes that the kernel is {@code busy} or {@code idle} with the request {@code parent}. */
  void status(Optional<Header> parent, String state) {
    publish("status", parent, Map.of("execution_state", state));
  }

  void publish(String type, Optional<Header> parent, Map<String, Object> content) {
    publish(type, parent, Map.of(), content, List.of());
  }

  void publish(
      String type,
      Optional<Header> parent,
      Map<String, Object> metadata,
      Map<String, Object> content,
      List<byte[]> buffers) {
    var header = Header.create(type, session, "kernel");
    var topic = List.of(type.getBytes(StandardCharsets.US_ASCII));
    add(new Whole(new Message(topic, header, parent, metadata, content, buffers)));
  }

  /**
   * Publishes {@code text} printed to the stream {@code name}. Waits while very much text is still
   * to be sent.
   */
  void print(String name, Header parent, String text) {
    lock.lock();
    try {
      while (waitingChars > WAITING_CHARS && !closed) {
        space.awaitUninterruptibly();
      }
      waitingChars += text.length();
      if (waiting.peekLast() instanceof Text last
          && last.parent().equals(parent)
          && last.name().equals(name)
          && last.text().length() < MESSAGE_CHARS) {
        last.text().append(text);
        if (last.text().length() >= MESSAGE_CHARS) {
          ready.signal();
        }
        return;
      }
      var due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FLUSH_MS);
      waiting.add(new Text(parent, name, new StringBuilder(text), due));
      ready.signal();
    } finally {
      lock.unlock();
    }
  }

  private void add(Entry entry) {
    lock.lock();
    try {
      waiting.add(entry);
      ready.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Sends what is waiting, then closes the socket. */
  @Override
  public void close() throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      ready.signal();
      space.signalAll();
    } finally {
      lock.unlock();
    }
    writer.join();
  }

  private void write() {
    try {
      for (var next = take(); next.isPresent(); next = take()) {
        send(message(next.get()));
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
      var next = waiting.poll();
      if (next instanceof Text text) {
        waitingChars -= text.text().length();
        space.signalAll();
      }
      return Optional.ofNullable(next);
    } catch (InterruptedException e) {
      throw new IllegalStateException("the IOPub writer is never interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private boolean mayGrow() {
    return waiting.size() == 1
        && waiting.peek() instanceof Text text
        && text.text().length() < MESSAGE_CHARS
        && System.nanoTime() - text.due() < 0;
  }

  private Message message(Entry entry) {
    if (entry instanceof Whole whole) {
      return whole.message();
    }
    var text = (Text) entry;
    return new Message(
        List.of(("stream." + text.name()).getBytes(StandardCharsets.US_ASCII)),
        Header.create("stream", session, "kernel"),
        Optional.ofNullable(text.parent()),
        Map.of(),
        Map.of("name", text.name(), "text", text.text().toString()),
        List.of());
  }

  private void send(Message message) {
    Frames.send(socket, wire.encode(message));
  }
}
