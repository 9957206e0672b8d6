package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comes of executing cells. */
class ExecutionTest extends RunningKernel {

  @Test
  void aResultIsPublishedBetweenBusyAndIdle() throws Exception {
    var exchange = client.execute("1 + 1");

    assertThat(exchange.types()).containsExactly("status", "execute_input", "execute_result");
    assertThat(exchange.published().get(0).text("execution_state")).isEqualTo("busy");
    assertThat(exchange.result()).isEqualTo("2");
    assertThat(exchange.status()).isEqualTo("ok");
  }

  @Test
  void executionsAreCountedUnlessTheyAreSilent() throws Exception {
    var before = client.execute("1").reply().number("execution_count", -1);

    var silent = client.ask("execute_request", Map.of("code", "2", "silent", true));
    var unstored = client.ask("execute_request", Map.of("code", "3", "store_history", false));
    var after = client.execute("4").reply().number("execution_count", -1);

    assertThat(silent.types()).containsExactly("status");
    assertThat(unstored.result()).isEqualTo("3");
    assertThat(after).isEqualTo(before + 1);
  }

  @Test
  void aFailureNamesItsLineInErrorAndReply() throws Exception {
    var exchange = client.execute("int fine = 1;\nint none = fine / 0;");

    var error = exchange.published("error").get(0);
    assertThat(error.text("ename")).isEqualTo("ArithmeticException");
    assertThat(error.text("evalue")).isEqualTo("/ by zero");
    assertThat(String.valueOf(error.content().get("traceback"))).contains("line 2");
    assertThat(exchange.status()).isEqualTo("error");
    assertThat(exchange.reply().content().get("traceback"))
        .isEqualTo(error.content().get("traceback"));
  }

  @Test
  void aCompileErrorShowsACaret() throws Exception {
    var exchange = client.execute("int ok = 1;\nok.length()");

    assertThat(exchange.reply().text("ename")).isEqualTo("CompileError");
    assertThat(String.valueOf(exchange.reply().content().get("traceback")))
        .contains("line 2", "^", "int cannot be dereferenced");
  }

  @Test
  void requestsBehindAFailureAreAborted() throws Exception {
    var failing =
        client.send("execute_request", Map.of("code", "Thread.sleep(200); int x = 1 / 0;"));
    var behind = client.send("execute_request", Map.of("code", "int neverRan = 1;"));
    var asking = client.send("kernel_info_request", Map.of());

    assertThat(client.finish(failing).status()).isEqualTo("error");
    assertThat(client.finish(behind).status()).isEqualTo("aborted");
    assertThat(client.finish(asking).status()).isEqualTo("ok");
    assertThat(client.execute("neverRan").reply().text("evalue")).contains("cannot find symbol");
  }

  @Test
  void requestsBehindAFailureRunWhenAskedTo() throws Exception {
    var failing =
        client.send(
            "execute_request",
            Map.of("code", "Thread.sleep(200); int x = 1 / 0;", "stop_on_error", false));
    var behind = client.send("execute_request", Map.of("code", "6 * 7"));

    assertThat(client.finish(failing).status()).isEqualTo("error");
    assertThat(client.finish(behind).result()).isEqualTo("42");
  }

  @Test
  void userExpressionsAreEvaluatedAfterTheCell() throws Exception {
    var exchange =
        client.ask(
            "execute_request",
            Map.of(
                "code",
                "int base = 20;",
                "user_expressions",
                Map.of("good", "base + 1", "bad", "nothing")));

    var expressions = exchange.reply().object("user_expressions");
    assertThat(expressions.get("good")).asString().contains("text/plain=21");
    assertThat(expressions.get("bad")).asString().contains("status=error");
  }

  @Test
  void whatComesAfterTheReplyOfAFailureRuns() throws Exception {
    for (int i = 0; i < 100; i++) {
      client.reply(client.send("execute_request", Map.of("code", "no Java")));

      assertThat(client.reply(client.send("execute_request", Map.of("code", ""))).text("status"))
          .isEqualTo("ok");
    }
  }

  @Test
  void allOfAQueueIsAbortedAndCountsNothing() throws Exception {
    var first = client.send("execute_request", Map.of("code", "Thread.sleep(200); int x = 1 / 0;"));
    var behind =
        IntStream.range(0, 20)
            .mapToObj(i -> client.send("execute_request", Map.of("code", "int no" + i + ";")))
            .toList();

    var count = client.finish(first).reply().number("execution_count", -1);
    for (var request : behind) {
      var exchange = client.finish(request);
      assertThat(exchange.status()).isEqualTo("aborted");
      assertThat(exchange.types()).containsExactly("status");
    }
    assertThat(client.execute("1").reply().number("execution_count", -1)).isEqualTo(count + 1);
  }

  @Test
  void aQuestionMarkOpensAPage() throws Exception {
    var exchange = client.execute("Math.abs?");

    assertThat(payload(exchange)).containsEntry("source", "page").containsEntry("start", 0);
    assertThat(payload(exchange).get("data")).asString().contains("int Math.abs(int a)");
    assertThat(payload(client.execute("?String")).get("data")).asString().contains("String");
    assertThat(client.execute("noSuchThing?").printed("stdout")).contains("`noSuchThing`");
    assertThat(client.execute("true ? 1 : 2").result()).isEqualTo("1");
  }

  @Test
  void aCellCanProposeTheNext() throws Exception {
    var exchange = client.execute("setNextInput(\"int next = 1;\");");

    assertThat(payload(exchange))
        .isEqualTo(Map.of("source", "set_next_input", "text", "int next = 1;", "replace", false));
  }

  @Test
  void theReplyTellsWhenTheCellStarted() throws Exception {
    var metadata = client.execute("1").reply().metadata();

    assertThat(Instant.parse(metadata.get("started").toString()))
        .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(metadata).containsEntry("dependencies_met", true).containsEntry("status", "ok");
  }

  @Test
  void textThatIsNoUnicodeIsShownAllTheSame() throws Exception {
    assertThat(client.execute("\"a\\uD83Db\"").result()).isEqualTo("a\uFFFDb");
    assertThat(client.execute("\"\uD83D\uDE00\"").result()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void aResultThatCannotBeSentIsAFailureOfItsCell() throws Exception {
    var exchange =
        client.execute(
            """
            import org.orrery.kernel.display.MimeBundle;
            MimeBundle.empty().with("application/json", new Object() {
              public int getSelf() { throw new IllegalStateException("no number"); }
            })
            """);

    assertThat(exchange.published("error")).hasSize(1);
    assertThat(exchange.reply().text("evalue")).contains("no number");
    assertThat(client.execute("1").result()).isEqualTo("1");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> payload(KernelClient.Exchange exchange) {
    return ((List<Map<String, Object>>) exchange.reply().content().get("payload")).get(0);
  }
}
