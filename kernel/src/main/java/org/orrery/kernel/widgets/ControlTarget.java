package org.orrery.kernel.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orrery.kernel.comm.Comm;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.CommTarget;

/** Tells a front end that comes late about every widget in one message. Found as a service. */
public final class ControlTarget implements CommTarget {

  /** For the service loader. */
  public ControlTarget() {}

  @Override
  public String name() {
    return "jupyter.widget.control";
  }

  @Override
  public void opened(Comm comm, CommMessage first) {
    comm.onMessage(
        message -> {
          var method = message.data().get("method");
          if (!"request_states".equals(method)) {
            throw new IllegalArgumentException(
                "expected request_states on %s, received \"%s\"".formatted(name(), method));
          }
          comm.send(Buffers.message(Map.of("method", "update_states"), "states", states()));
        });
  }

  private static Map<String, Object> states() {
    var states = new LinkedHashMap<String, Object>();
    for (var widget : OpenWidgets.all()) {
      var model = widget.model();
      states.put(
          widget.id(),
          Map.of(
              "model_name", model.name(),
              "model_module", model.module(),
              "model_module_version", model.version(),
              "state", Wiring.json(widget.wiring().state())));
    }
    return states;
  }
}
