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
