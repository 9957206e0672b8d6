package org.orrery.kernel.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.orrery.kernel.protocol.ConnectionFile;
import org.orrery.kernel.protocol.Message;

/**
 * What can be asked on control, and on shell as well: stopping cells, ending the kernel, who the
 * kernel is, and its subshells.
 */
final class ControlRequests implements Requests {

  private final ConnectionFile connection;
  private final Runnable interrupt;
  private final Runnable shutdown;
  private final Requests subshells;

  ControlRequests(
      ConnectionFile connection, Runnable interrupt, Runnable shutdown, Requests subshells) {
    this.connection = connection;
    this.interrupt = interrupt;
    this.shutdown = shutdown;
    this.subshells = subshells;
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
      case "create_subshell_request", "delete_subshell_request", "list_subshell_request" ->
          subshells.answer(request);
      case "debug_request" -> Reply.of(noDebugger(request));
      default -> unknown(request);
    };
  }

  /** Messages that are no requests have no replies, so that nobody waits for one. */
  private static Optional<Reply> unknown(Message request) {
    return request.type().endsWith("_request")
        ? Reply.error(
            "UnknownRequest",
            "expected a request of the Jupyter protocol 5.4, received \"%s\" on a socket that"
                    .formatted(request.type())
                + " does not serve it")
        : Optional.empty();
  }

  /** The reply of the Debug Adapter Protocol, which the debug requests carry. */
  private static Map<String, Object> noDebugger(Message request) {
    var message = "this kernel has no debugger: kernel_info says debugger = false";
    var content = new LinkedHashMap<String, Object>();
    content.put("type", "response");
    content.put("request_seq", request.number("seq", 0));
    content.put("command", request.text("command"));
    content.put("success", false);
    content.put("message", message);
    content.put("status", "error");
    content.put("ename", "NoDebugger");
    content.put("evalue", message);
    content.put("traceback", java.util.List.of());
    return content;
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
