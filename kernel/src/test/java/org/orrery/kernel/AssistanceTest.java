package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.protocol.Message;

/** Help while a cell is being written. */
class AssistanceTest extends RunningKernel {

  @Test
  void readinessIsToldForConsoles() throws Exception {
    assertThat(readiness("int x = 1;")).containsEntry("status", "complete");
    assertThat(readiness("void f() {"))
        .containsEntry("status", "incomplete")
        .containsEntry("indent", "    ");
    assertThat(readiness("]")).containsEntry("status", "invalid");
  }

  @Test
  void completionCountsInCodePoints() throws Exception {
    var code = "var \uD835\uDC65 = \"\uD835\uDC65\".toUpperC";

    var reply =
        client.ask(
            "complete_request",
            Map.of("code", code, "cursor_pos", code.codePointCount(0, code.length())));

    assertThat(reply.reply().content().get("matches")).asString().contains("toUpperCase");
    assertThat(reply.reply().number("cursor_end", -1)).isEqualTo(code.length() - 2);
    assertThat(reply.reply().number("cursor_start", -1)).isEqualTo(code.length() - 2 - 8);
  }

  @Test
  void completionTellsTypesAndSignatures() throws Exception {
    var metadata = complete("\"\uD835\uDC65\".toUpperC").object("metadata");

    assertThat(metadata.get("_jupyter_types_experimental"))
        .isEqualTo(
            List.of(
                Map.of(
                    "text", "toUpperCase(",
                    "type", "function",
                    "signature", "(Locale locale): String (+1 overload)",
                    "start", 4,
                    "end", 12)));
  }

  @Test
  void inspectionIsTextMarkdownAndHtml() throws Exception {
    var reply = client.ask("inspect_request", Map.of("code", "Math.abs(", "cursor_pos", 9)).reply();

    assertThat(reply.content()).containsEntry("found", true);
    assertThat(reply.object("data")).containsKeys("text/plain", "text/markdown", "text/html");
    assertThat(reply.object("data").get("text/plain")).asString().contains("Math.abs(int a)");
  }

  private Map<String, Object> readiness(String code) throws Exception {
    return client.ask("is_complete_request", Map.of("code", code)).reply().content();
  }

  @Test
  void everythingButCellsIsAnsweredWhileACellRuns() throws Exception {
    var cell =
        client.send(
            "execute_request",
            Map.of("code", "System.out.print(1); new CountDownLatch(1).await();"));
    client.published(cell, "stream");

    assertThat(readiness("1 +")).containsEntry("status", "incomplete");
    assertThat(complete("Math.ab").content().get("matches")).asString().contains("abs(");
    assertThat(client.ask("inspect_request", Map.of("code", "Math.abs(")).reply().content())
        .containsEntry("found", true);
    for (var type :
        List.of("kernel_info_request", "history_request", "comm_info_request", "connect_request")) {
      assertThat(client.ask(type, Map.of()).status()).isEqualTo("ok");
    }

    client.askControl("interrupt_request", Map.of());
    assertThat(client.finish(cell).status()).isEqualTo("error");
  }

  @Test
  void aRunningCellIsToldBusyAgainAfterEverySmallAnswer() throws Exception {
    var cell =
        client.send(
            "execute_request",
            Map.of("code", "System.out.print(1); new CountDownLatch(1).await();"));
    client.published(cell, "stream");

    client.ask("kernel_info_request", Map.of());

    assertThat(client.published(cell, "status").text("execution_state")).isEqualTo("busy");
    client.askControl("interrupt_request", Map.of());
    client.finish(cell);
  }

  private Message complete(String code) throws Exception {
    return client.ask("complete_request", Map.of("code", code)).reply();
  }
}
