package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Subshells (JEP 91): threads beside the main one that share its variables. */
class SubshellTest extends RunningKernel {

  @Test
  void subshellsAreOfferedCreatedListedAndDeleted() throws Exception {
    var info = client.ask("kernel_info_request", Map.of()).reply();
    assertThat(info.content().get("supported_features")).isEqualTo(List.of("kernel subshells"));

    var first = create();
    var second = create();
    assertThat(ids()).isEqualTo(List.of(first, second));

    client.askControl("delete_subshell_request", Map.of("subshell_id", first));
    assertThat(ids()).isEqualTo(List.of(second));
    client.askControl("delete_subshell_request", Map.of("subshell_id", second));
    assertThat(ids()).isEqualTo(List.of());
  }

  @Test
  void aSubshellSeesTheVariablesOfTheMainShell() throws Exception {
    var subshell = create();
    client.execute("int shared = 42;");

    var request = client.sendTo(subshell, "execute_request", Map.of("code", "shared"));
    var exchange = client.finish(request);

    assertThat(exchange.result()).isEqualTo("42");
    assertThat(exchange.reply().parent().orElseThrow().subshell()).contains(subshell);
    client.askControl("delete_subshell_request", Map.of("subshell_id", subshell));
  }

  @Test
  void requestsForASubshellThatIsNoneAreRefused() throws Exception {
    var executing = client.sendTo("none", "execute_request", Map.of("code", "1"));
    assertThat(client.finish(executing).reply().text("evalue")).contains("\"none\"");

    var completing = client.sendTo("none", "complete_request", Map.of("code", "1"));
    assertThat(client.finish(completing).status()).isEqualTo("error");

    assertThat(client.askControl("delete_subshell_request", Map.of("subshell_id", "none")).status())
        .isEqualTo("error");
  }

  @Test
  void aSubshellRunsWhileTheMainShellDoes() throws Exception {
    var subshell = create();
    client.execute("var opened = new CountDownLatch(1);");
    var waiting =
        client.send("execute_request", Map.of("code", "opened.await(); System.out.print(1);"));

    var opening =
        client.sendTo(
            subshell,
            "execute_request",
            Map.of("code", "System.out.print(2); opened.countDown();"));

    assertThat(client.finish(opening).printed("stdout")).isEqualTo("2");
    assertThat(client.finish(waiting).printed("stdout")).isEqualTo("1");
    client.askControl("delete_subshell_request", Map.of("subshell_id", subshell));
  }

  @Test
  void anInterruptStopsTheCellsOfEveryShell() throws Exception {
    var subshell = create();
    var code = Map.<String, Object>of("code", "System.out.print(1); while (true) {}");
    var one = client.send("execute_request", code);
    var other = client.sendTo(subshell, "execute_request", code);
    client.published(one, "stream");
    client.published(other, "stream");

    client.askControl("interrupt_request", Map.of());

    assertThat(client.reply(one).text("ename")).isEqualTo("KeyboardInterrupt");
    assertThat(client.reply(other).text("ename")).isEqualTo("KeyboardInterrupt");
    client.askControl("delete_subshell_request", Map.of("subshell_id", subshell));
  }

  @Test
  void whatWaitsForADeletedSubshellIsAborted() throws Exception {
    var subshell = create();
    var running =
        client.sendTo(
            subshell,
            "execute_request",
            Map.of("code", "System.out.print(1); new CountDownLatch(1).await();"));
    client.published(running, "stream");
    var waiting = client.sendTo(subshell, "execute_request", Map.of("code", "1"));

    client.ask("kernel_info_request", Map.of()); // so the waiting one has come
    client.askControl("delete_subshell_request", Map.of("subshell_id", subshell));
    assertThat(client.finish(waiting).status()).isEqualTo("aborted");

    client.askControl("interrupt_request", Map.of());
    assertThat(client.finish(running).status()).isEqualTo("error");
  }

  private String create() throws Exception {
    return client.askControl("create_subshell_request", Map.of()).reply().text("subshell_id");
  }

  private Object ids() throws Exception {
    return client
        .askControl("list_subshell_request", Map.of())
        .reply()
        .content()
        .get("subshell_id");
  }
}
