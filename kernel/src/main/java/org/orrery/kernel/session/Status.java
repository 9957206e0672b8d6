package org.orrery.kernel.session;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orrery.kernel.protocol.Header;

/**
 * Tells front ends whether the kernel works. Many show only the last thing they heard: so when
 * something small was answered while a cell runs, that cell is told to be busy anew, or a running
 * kernel would look idle, and be ended as such.
 */
final class Status {

  private final IoPub iopub;
  private final Set<Header> running = new LinkedHashSet<>();

  Status(IoPub iopub) {
    this.iopub = iopub;
  }

  void starting() {
    publish(Optional.empty(), "starting");
  }

  /** The kernel works on the request {@code header} now. */
  void busy(Header header) {
    publish(Optional.of(header), "busy");
  }

  /** The kernel runs the cell of the request {@code header} now. */
  synchronized void running(Header header) {
    running.add(header);
    busy(header);
  }

  /** The kernel is done with the request {@code header}. */
  synchronized void idle(Header header) {
    running.remove(header);
    publish(Optional.of(header), "idle");
    running.stream().reduce((earlier, later) -> later).ifPresent(this::busy);
  }

  private void publish(Optional<Header> parent, String state) {
    iopub.publish("status", parent, Map.of("execution_state", state));
  }
}
