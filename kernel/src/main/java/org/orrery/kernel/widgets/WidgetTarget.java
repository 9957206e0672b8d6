package org.orrery.kernel.widgets;

import org.orrery.kernel.comm.Comm;
import org.orrery.kernel.comm.CommMessage;
import org.orrery.kernel.comm.CommTarget;

/** Widgets that the front end makes. Found as a service. */
public final class WidgetTarget implements CommTarget {

  /** For the service loader. */
  public WidgetTarget() {}

  @Override
  public String name() {
    return Wiring.TARGET;
  }

  @Override
  public void opened(Comm comm, CommMessage first) {
    var state = Buffers.state(first);
    var model = String.valueOf(state.get("_model_name"));
    var maker = Models.BY_NAME.get(model);
    if (maker == null) {
      throw new IllegalArgumentException(
          "expected a model of @jupyter-widgets/base, controls or output, received \"%s\" of %s"
              .formatted(model, state.get("_model_module")));
    }
    maker.get().wiring().adopt(comm, state);
  }
}
