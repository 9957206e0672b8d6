package org.orrery.kernel.widgets;

import java.util.List;
import java.util.Map;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.Comms;
import org.orrery.kernel.comm.RecordingChannel;
import org.orrery.kernel.comm.RecordingChannel.Said;
import org.orrery.kernel.display.Display;

/**
 * A front end for widgets of this JVM: it writes down what it is told, and sets what it is asked
 * to.
 */
final class FrontEnd implements AutoCloseable {

  private final RecordingChannel channel = new RecordingChannel();

  FrontEnd() {
    Comms.ofThisKernel().connect(channel);
  }

  /** Shows {@code widget}, as the value of a cell. */
  Map<String, Object> show(Widget widget) {
    return Display.render(widget).data();
  }

  /** Everything said since the last call of this. */
  List<Said> heard() {
    var heard = List.copyOf(channel.said());
    channel.said().clear();
    return heard;
  }

  /** The messages to {@code widget} since the last call of this or {@link #heard}. */
  List<Map<String, Object>> heardBy(Widget widget) {
    return heard().stream()
        .filter(one -> one.id().equals(widget.id()))
        .map(one -> one.message().data())
        .toList();
  }

  /** Says that the reader has set {@code state}. */
  void set(Widget widget, Map<String, Object> state) {
    send(widget, Map.of("method", "update", "state", state, "buffer_paths", List.of()));
  }

  void send(Widget widget, Map<String, Object> data) {
    send(widget, CommMessage.of(data));
  }

  void send(Widget widget, CommMessage message) {
    Comms.ofThisKernel().received(widget.id(), message);
  }

  @Override
  public void close() {
    Comms.ofThisKernel().disconnect();
  }

  static Map<String, Object> message(String method, Map<String, Object> state) {
    return Map.of("method", method, "state", state, "buffer_paths", List.of());
  }
}
