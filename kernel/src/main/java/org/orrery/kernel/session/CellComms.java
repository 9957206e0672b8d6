package org.orrery.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.comm.CommChannel;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.protocol.Header;

/** Comms as messages that belong to the request of the thread that sends them. */
record CellComms(IoPub iopub, CellContext context) implements CommChannel {

  @Override
  public void open(String id, String target, CommMessage first) {
    publish("comm_open", id, Map.of("target_name", target), first);
  }

  @Override
  public void send(String id, CommMessage message) {
    publish("comm_msg", id, Map.of(), message);
  }

  @Override
  public void close(String id, CommMessage last) {
    publish("comm_close", id, Map.of(), last);
  }

  @Override
  public Optional<String> parent() {
    return context.parent().map(Header::id);
  }

  @Override
  public Runnable bound(Runnable work) {
    return context
        .current()
        .<Runnable>map(execution -> () -> context.during(execution, work))
        .orElse(work);
  }

  private void publish(String type, String id, Map<String, Object> more, CommMessage message) {
    var content = new LinkedHashMap<String, Object>();
    content.put("comm_id", id);
    content.putAll(more);
    content.put("data", message.data());
    iopub.publishWithSpace(type, context.parent(), message.metadata(), content, message.buffers());
  }
}
