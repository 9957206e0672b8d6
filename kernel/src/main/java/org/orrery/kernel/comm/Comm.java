package org.orrery.kernel.comm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A two-way channel to the front end. Made by {@link Comms#open}, or by the front end for a {@link
 * CommTarget}.
 *
 * <pre>{@code
 * var comm = Comms.ofThisKernel().open("orrery.player", CommMessage.of(Map.of("frames", 32)));
 * comm.onMessage(message -> System.out.println(message.data().get("clicked")));
 * comm.send(Map.of("frame", 3));
 * }</pre>
 *
 * <p>Any thread may send. Handlers run one at a time, in the order the messages came, and what they
 * print belongs to the message they handle; messages that come before the first handler are kept
 * for it.
 */
public final class Comm {

  private final Comms comms;
  private final String id;
  private final String target;
  private final InTurn turns = new InTurn();
  private final List<Consumer<CommMessage>> onClose = new CopyOnWriteArrayList<>();
  private final List<Runnable> early = new ArrayList<>();
  private volatile List<Consumer<CommMessage>> onMessage = List.of();
  private volatile boolean open = true;

  Comm(Comms comms, String id, String target) {
    this.comms = comms;
    this.id = id;
    this.target = target;
  }

  /** The identity by which both sides know this comm. */
  public String id() {
    return id;
  }

  /** The name of what this comm was opened to. */
  public String target() {
    return target;
  }

  /** Whether neither side has closed it. */
  public boolean isOpen() {
    return open;
  }

  /** Sends {@code data} alone; see {@link #send(CommMessage)}. */
  public void send(Map<String, Object> data) {
    send(CommMessage.of(data));
  }

  /**
   * Sends {@code message} to the front end.
   *
   * @throws IllegalStateException when the comm is closed
   */
  public void send(CommMessage message) {
    if (!open) {
      throw new IllegalStateException(
          "expected an open comm, received one to \"%s\" that is closed: open another one"
              .formatted(target));
    }
    comms.channel().send(id, message);
  }

  /** Calls {@code handler} with every message that comes. */
  public Comm onMessage(Consumer<CommMessage> handler) {
    synchronized (early) {
      var more = new ArrayList<>(onMessage);
      more.add(handler);
      onMessage = List.copyOf(more);
      early.forEach(turns::add);
      early.clear();
    }
    turns.run();
    return this;
  }

  /** Calls {@code handler} when the front end closes this comm. */
  public Comm onClose(Consumer<CommMessage> handler) {
    onClose.add(handler);
    return this;
  }

  /** Closes this comm for both sides; nothing happens when it is closed already. */
  public void close() {
    close(CommMessage.empty());
  }

  /** Closes this comm with a last message; nothing happens when it is closed already. */
  public void close(CommMessage last) {
    if (open) {
      open = false;
      comms.forget(this);
      comms.channel().close(id, last);
    }
  }

  void received(CommMessage message) {
    var handling = comms.channel().bound(() -> callAll(onMessage, message));
    synchronized (early) {
      if (onMessage.isEmpty()) {
        early.add(handling);
        return;
      }
      turns.add(handling);
    }
    turns.run();
  }

  void closedByFrontEnd(CommMessage last) {
    open = false;
    turns.add(comms.channel().bound(() -> callAll(onClose, last)));
    turns.run();
  }

  private static void callAll(List<Consumer<CommMessage>> handlers, CommMessage message) {
    for (var handler : handlers) {
      try {
        handler.accept(message);
      } catch (RuntimeException e) {
        HandlerFailures.print(e);
      }
    }
  }
}
