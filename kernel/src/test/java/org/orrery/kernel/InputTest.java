package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Asking the reader of the notebook. */
class InputTest extends RunningKernel {

  @Test
  void systemInAsksTheReader() throws Exception {
    var reading =
        client.send(
            "execute_request",
            Map.of(
                "code",
                "var scanner = new Scanner(System.in); scanner.nextLine() + scanner.nextInt()",
                "allow_stdin",
                true));

    var question = client.answerInput("zwölf");
    client.answerInput("13");

    assertThat(question.type()).isEqualTo("input_request");
    assertThat(client.finish(reading).result()).isEqualTo("zwölf13");
  }

  @Test
  void aQuestionCanBeInterruptedAndAskedAnew() throws Exception {
    var code = "new BufferedReader(new InputStreamReader(System.in)).readLine()";
    var request = Map.<String, Object>of("code", code, "allow_stdin", true);
    var first = client.send("execute_request", request);
    client.question();

    client.sendControl("interrupt_request", Map.of());
    assertThat(client.finish(first).reply().text("ename")).isEqualTo("KeyboardInterrupt");
    client.controlReply();

    var second = client.send("execute_request", request);
    client.answerInput("again");
    assertThat(client.finish(second).result()).isEqualTo("again");
  }

  @Test
  void systemInWithoutAReaderIsAnError() throws Exception {
    var exchange = client.execute("System.in.read()");

    assertThat(exchange.reply().text("ename")).isEqualTo("IOException");
    assertThat(exchange.reply().text("evalue")).contains("allow_stdin");
  }

  @Test
  void aCellCanAskForALineAndForAPassword() throws Exception {
    var asking =
        client.send(
            "execute_request",
            Map.of(
                "code", "input(\"Name? \") + \"/\" + password(\"Secret? \")", "allow_stdin", true));

    var first = client.answerInput("Ada");
    var second = client.answerInput("1815");

    assertThat(first.content()).isEqualTo(Map.of("prompt", "Name? ", "password", false));
    assertThat(second.content()).isEqualTo(Map.of("prompt", "Secret? ", "password", true));
    assertThat(first.parent().orElseThrow().id()).isEqualTo(asking);
    assertThat(client.finish(asking).result()).isEqualTo("Ada/1815");
  }

  @Test
  void anAnswerToAWithdrawnQuestionIsNotTakenForTheNext() throws Exception {
    var request = Map.<String, Object>of("code", "input(\"?\")", "allow_stdin", true);
    var first = client.send("execute_request", request);
    var withdrawn = client.question();
    client.sendControl("interrupt_request", Map.of());
    assertThat(client.finish(first).status()).isEqualTo("error");
    client.controlReply();

    var second = client.send("execute_request", request);
    var question = client.question();
    client.answer(withdrawn, "late");
    client.answer(question, "right");

    assertThat(client.finish(second).result()).isEqualTo("right");
  }

  @Test
  void aQuestionToAFrontEndThatHasGoneFails() throws Exception {
    try (var vanishing = KernelClient.of(kernel.connection())) {
      var asking =
          vanishing.send(
              "execute_request",
              Map.of(
                  "code",
                  """
                  if (true) {
                    System.out.print(1);
                    Thread.sleep(300);
                    input("?");
                  }
                  """,
                  "allow_stdin",
                  true,
                  "stop_on_error",
                  false));
      vanishing.published(asking, "stream");
    }

    assertThat(client.execute("6 * 7").result()).isEqualTo("42");
  }
}
