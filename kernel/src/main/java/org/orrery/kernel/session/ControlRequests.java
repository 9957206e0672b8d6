package org.orrery.kernel.session;

import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Message;

/** What can be asked while a cell runs: stopping it, ending the kernel, and who the kernel is. */
final class ControlRequests implements Requests {

  private final ConnectionFile connection;
  private final Runnable interrupt;
  private final Runnable shutdown;

  ControlRequests(ConnectionFile connection, Runnable interrupt, Runnable shutdown) {
    this.connection = connection;
    this.interrupt = interrupt;
    this.shutdown = shutdown;
  }

  @Override
  public Optional<Reply> answer(Message request) {
    return switch (request.type()) {
      case "kernel_info_request" -> Reply.of(KernelInfo.content());
      case "connect_request" -> Reply.of(ports());
      case "interrupt_request" -> {
        interrupt.run();
        yield Reply.of(Map.of("status", "ok"));
      }
      case "shutdown_request" -> {
        Map<String, Object> content =
            Map.of("status", "ok", "restart", request.flag("restart", false));
        yield Optional.of(new Reply(content, false, shutdown));
      }
      default -> Optional.empty();
    };
  }

  private Map<String, Object> ports() {
    return Map.of(
        "status", "ok",
        "shell_port", connection.shellPort(),
        "iopub_port", connection.iopubPort(),
        "stdin_port", connection.stdinPort(),
        "control_port", connection.controlPort(),
        "hb_port", connection.heartbeatPort());
  }
}
