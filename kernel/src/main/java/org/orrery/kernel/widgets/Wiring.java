package org.orrery.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.orrery.kernel.comm.Comm;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.Comms;

/**
 * The line between a widget and its side in the front end. Its lock orders changes: messages leave
 * in the order in which the state changed. No code of a cell's author runs with it held.
 */
final class Wiring {

  static final String TARGET = "jupyter.widget";
  static final String VERSION = "2.1.0";

  private final Widget widget;
  private Comm comm;
  private boolean opening;

  Wiring(Widget widget) {
    this.widget = widget;
  }

  /** Makes the front end know the widget, and before it those that its state names. */
  synchronized void open() {
    if (comm != null || opening) {
      return;
    }
    opening = true; // a widget that names itself, or is named by what it names
    try {
      var state = state();
      state.entrySet().removeIf(one -> one.getValue() == null && startsAsNull(one.getKey()));
      openNamed(state.values());
      OpenWidgets.add(widget);
      connect(
          Comms.ofThisKernel()
              .open(
                  widget.id(),
                  TARGET,
                  Buffers.message(Map.of(), "state", json(state))
                      .withMetadata(Map.of("version", VERSION))));
    } finally {
      opening = false;
    }
  }

  /** Takes over the comm by which a front end has made this widget. */
  void adopt(Comm opened, Map<String, Object> sent) {
    synchronized (this) {
      widget.become(opened.id());
      OpenWidgets.add(widget);
      connect(opened);
    }
    setByFrontEnd(sent);
  }

  private boolean startsAsNull(String name) {
    var field = widget.field(name);
    return field == null || field.initial() == null;
  }

  private void connect(Comm opened) {
    comm = opened;
    comm.onClose(last -> OpenWidgets.remove(widget));
    comm.onMessage(this::received);
  }

  synchronized void close() {
    if (comm != null) {
      comm.close();
      OpenWidgets.remove(widget);
    }
  }

  /** The initial value of {@code field} where every widget has its own. */
  synchronized Object makeOwn(Field field) {
    var known = widget.known(field.name());
    if (known != null) {
      return known;
    }
    var fresh = field.fresh().orElseThrow().get();
    widget.start(field.name(), fresh);
    return fresh;
  }

  synchronized void setByCell(Supplier<Map<String, Object>> values) {
    var changed = widget.put(widget.settled(values.get()), Comms.ofThisKernel().channel()::bound);
    if (!changed.isEmpty()) {
      update(changed);
    }
  }

  synchronized void custom(Map<String, Object> content) {
    open();
    send(CommMessage.of(Map.of("method", "custom", "content", Kind.json(content))));
  }

  /** Everything the front end may know of the widget. */
  synchronized Map<String, Object> state() {
    var state = widget.model().identity();
    widget.model().fields().keySet().forEach(name -> state.put(name, widget.get(name)));
    return state;
  }

  private void received(CommMessage message) {
    var method = String.valueOf(message.data().get("method"));
    switch (method) {
      case "update" -> setByFrontEnd(Buffers.state(message));
      case "request_state" -> {
        synchronized (this) {
          update(state());
        }
      }
      case "custom" -> widget.heard(content(message));
      default ->
          throw new IllegalArgumentException(
              "expected update, request_state or custom for %s, received \"%s\""
                  .formatted(widget.kindName(), method));
    }
  }

  private void setByFrontEnd(Map<String, Object> sent) {
    var refused = new LinkedHashMap<String, RuntimeException>();
    synchronized (this) {
      sent.keySet().retainAll(widget.model().fields().keySet());
      echo(sent);
      var read = new LinkedHashMap<String, Object>();
      sent.forEach(
          (name, json) -> {
            try {
              read.put(name, widget.field(name).read(widget.kindName(), json));
            } catch (IllegalArgumentException e) {
              refused.put(name, e);
            }
          });
      var settled = read;
      try {
        settled = new LinkedHashMap<>(widget.settled(read));
      } catch (IllegalArgumentException e) {
        read.keySet().forEach(name -> refused.put(name, e));
        settled.clear();
      }
      widget.put(settled, Comms.ofThisKernel().channel()::bound);
      var corrected = new LinkedHashMap<>(settled);
      corrected
          .entrySet()
          .removeIf(one -> Objects.deepEquals(read.get(one.getKey()), one.getValue()));
      refused.keySet().forEach(name -> corrected.put(name, widget.get(name)));
      if (!corrected.isEmpty()) {
        update(corrected);
      }
    }
    refused.values().stream().distinct().forEach(e -> System.err.println(e.getMessage()));
    widget.tellInTurn();
  }

  /** Tells every front end what one of them has set, as ipywidgets does from version 8 on. */
  private void echo(Map<String, Object> sent) {
    var echoed = new LinkedHashMap<>(sent);
    echoed.keySet().removeAll(Echo.never(widget.model()));
    if (Echo.isOn() && !echoed.isEmpty()) {
      send(Buffers.message(Map.of("method", "echo_update"), "state", echoed));
    }
  }

  private void update(Map<String, Object> values) {
    if (comm != null) {
      openNamed(values.values());
      send(Buffers.message(Map.of("method", "update"), "state", json(values)));
    }
  }

  private void send(CommMessage message) {
    if (comm.isOpen()) {
      comm.send(message);
    }
  }

  private static void openNamed(Iterable<?> values) {
    for (var value : values) {
      if (value instanceof Widget named) {
        named.wiring().open();
      } else if (value instanceof List<?> list) {
        openNamed(list);
      } else if (value instanceof Map<?, ?> map) {
        openNamed(map.values());
      }
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> json(Map<String, Object> state) {
    return (Map<String, Object>) Kind.json(state);
  }

  @SuppressWarnings("unchecked")
  private static CommMessage content(CommMessage message) {
    var content = message.data().get("content");
    var data =
        content instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of("content", content);
    return new CommMessage((Map<String, Object>) data, message.metadata(), message.buffers());
  }
}
