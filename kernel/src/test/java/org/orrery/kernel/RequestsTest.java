package org.orrery.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every other request, and what is none. */
class RequestsTest extends RunningKernel {

  @Test
  void wronglySignedAndGarbledMessagesAreIgnored() throws Exception {
    client.sendSignedWith("wrong key", "execute_request", Map.of("code", "int evil = 1;"));
    client.sendRaw(List.of("garbage".getBytes(UTF_8)));
    client.sendRaw(List.of("<IDS|MSG>".getBytes(UTF_8), new byte[0]));

    assertThat(client.execute("evil").reply().text("evalue")).contains("cannot find symbol");
    assertThat(kernel.errors()).contains("refused a message on shell: the signature");
  }

  @Test
  void everyOtherRequestIsAnswered() throws Exception {
    var info = client.ask("kernel_info_request", Map.of()).reply();
    assertThat(info.text("protocol_version")).isEqualTo("5.4");
    assertThat(info.object("language_info")).containsEntry("name", "java");

    assertThat(client.ask("comm_info_request", Map.of()).status()).isEqualTo("ok");
    assertThat(client.ask("connect_request", Map.of()).reply().number("shell_port", 0))
        .isEqualTo(kernel.connection().shellPort());
    client.execute("\"remembered\"");
    assertThat(
            client
                .ask("history_request", Map.of("hist_access_type", "tail", "n", 1))
                .reply()
                .content()
                .get("history"))
        .asString()
        .contains("remembered");
    assertThat(client.ask("inspect_request", Map.of("code", "Math.abs(", "cursor_pos", 9)).reply())
        .satisfies(
            reply -> assertThat(reply.object("data")).asString().contains("Math.abs(int a)"));
  }

  @Test
  void whatIsNoRequestOfOursIsRefusedNotIgnored() throws Exception {
    var onShell = client.ask("dance_request", Map.of());
    assertThat(onShell.reply().type()).isEqualTo("dance_reply");
    assertThat(onShell.status()).isEqualTo("error");
    assertThat(onShell.reply().text("evalue")).contains("dance_request");
    assertThat(client.askControl("dance_request", Map.of()).status()).isEqualTo("error");
    client.untilIdle(client.send("dance", Map.of()));
  }

  @Test
  void debuggingIsRefusedInItsOwnTerms() throws Exception {
    var reply =
        client
            .askControl(
                "debug_request",
                Map.of("type", "request", "seq", 7, "command", "initialize", "arguments", Map.of()))
            .reply();

    assertThat(reply.type()).isEqualTo("debug_reply");
    assertThat(reply.content())
        .containsEntry("success", false)
        .containsEntry("status", "error")
        .containsEntry("request_seq", 7)
        .containsEntry("command", "initialize");
  }

  @Test
  void everyAnswerOnControlComesBetweenBusyAndIdle() throws Exception {
    for (var type : List.of("kernel_info_request", "interrupt_request", "connect_request")) {
      var exchange = client.askControl(type, Map.of());

      assertThat(exchange.status()).isEqualTo("ok");
      assertThat(exchange.published()).hasSize(1);
      assertThat(exchange.published().get(0).text("execution_state")).isEqualTo("busy");
    }
  }

  @Test
  void historyIsFoundByRangeAndPattern() throws Exception {
    var number = client.execute("int needle = 1;").reply().number("execution_count", -1);
    client.execute("needle + 1");

    assertThat(history(Map.of("hist_access_type", "range", "start", number, "stop", number + 1)))
        .isEqualTo(List.of(List.of(0, number, "int needle = 1;")));
    assertThat(history(Map.of("hist_access_type", "search", "pattern", "int needle*", "n", 5)))
        .isEqualTo(List.of(List.of(0, number, "int needle = 1;")));
    assertThat(history(Map.of("hist_access_type", "tail", "n", 1, "output", true)))
        .isEqualTo(List.of(List.of(0, number + 1, List.of("needle + 1", "2"))));
  }

  private Object history(Map<String, Object> content) throws Exception {
    return client.ask("history_request", content).reply().content().get("history");
  }
}
