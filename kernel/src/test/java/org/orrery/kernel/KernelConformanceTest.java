package org.orrery.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Jupyter's messaging protocol asks of a kernel, asked of ours over its sockets. */
class KernelConformanceTest {

  @TempDir private static Path folder;
  private static KernelProcess kernel;
  private static KernelClient client;

  @BeforeAll
  static void start() throws Exception {
    kernel = KernelProcess.start(folder);
    client = KernelClient.of(kernel.connection());
  }

  @AfterAll
  static void end() {
    client.close();
    kernel.close();
  }

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
  void printedTextKeepsItsOrderAmongDisplaysAndResults() throws Exception {
    var exchange =
        client.execute(
            """
            System.out.println("one");
            System.err.println("two");
            display("three");
            System.out.print("four");
            5
            """);

    assertThat(exchange.types())
        .containsExactly(
            "status",
            "execute_input",
            "stream",
            "stream",
            "display_data",
            "stream",
            "execute_result");
    assertThat(exchange.printed("stdout")).isEqualTo("one\nfour");
    assertThat(exchange.printed("stderr")).isEqualTo("two\n");
  }

  @Test
  void allOfManyPrintedLinesArriveInFewMessages() throws Exception {
    var exchange =
        client.execute("for (int i = 0; i < 20_000; i++) System.out.println(\"zeile ä \" + i);");

    var expected =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "zeile ä " + i + "\n")
            .collect(Collectors.joining());
    assertThat(exchange.printed("stdout")).isEqualTo(expected);
    assertThat(exchange.published("stream")).hasSizeLessThan(200);
  }

  @Test
  void bytesOfOneCharacterMayBePrintedOneByOne() throws Exception {
    var exchange = client.execute("for (byte b : \"€\".getBytes(\"UTF-8\")) System.out.write(b);");

    assertThat(exchange.printed("stdout")).isEqualTo("€");
  }

  @Test
  void threadsPrintUnderTheCellThatStartedThem() throws Exception {
    var starting =
        client.send(
            "execute_request",
            Map.of(
                "code",
                """
                var go = new CountDownLatch(1);
                new Thread(() -> {
                  try { go.await(); } catch (InterruptedException e) { return; }
                  System.out.println("late");
                }).start();
                """));
    assertThat(client.finish(starting).status()).isEqualTo("ok");

    var other = client.execute("go.countDown(); System.out.println(\"mine\");");

    assertThat(client.published(starting, "stream").text("text")).isEqualTo("late\n");
    assertThat(other.printed("stdout")).isEqualTo("mine\n");
  }

  @Test
  void progressIsOneDisplayRenewedInPlaceThatShowsItsLastState() throws Exception {
    var exchange =
        client.execute(
            """
            for (var x : progress(IntStream.range(0, 100_000).boxed().toList(), "items")) {}
            """);

    var id = exchange.published("display_data").get(0).object("transient").get("display_id");
    var updates = exchange.published("update_display_data");
    var last = updates.get(updates.size() - 1);
    assertThat(last.object("transient").get("display_id")).isEqualTo(id);
    assertThat(last.object("data").get("text/plain").toString()).startsWith("✓ items 100%");
    assertThat(updates).hasSizeLessThan(50);
  }

  @Test
  void progressOfACellThatFailsSaysSo() throws Exception {
    var exchange =
        client.execute(
            """
            try (var bar = progress(10, "frames")) { bar.step(3); Integer.parseInt("x"); }
            """);

    assertThat(exchange.status()).isEqualTo("error");
    var updates = exchange.published("update_display_data");
    assertThat(updates.get(updates.size() - 1).object("data").get("text/plain").toString())
        .contains("✗ frames", "failed at 3 of 10");
  }

  @Test
  void progressOfAnInterruptedCellSaysSo() throws Exception {
    var running =
        client.send(
            "execute_request",
            Map.of(
                "code",
                """
                var endless = progress(100, "endless");
                endless.at(7);
                System.out.println("looping");
                while (true) {}
                """));
    client.published(running, "stream");
    client.sendControl("interrupt_request", Map.of());
    client.controlReply();

    var exchange = client.finish(running);

    var updates = exchange.published("update_display_data");
    assertThat(updates.get(updates.size() - 1).object("data").get("text/plain").toString())
        .contains("interrupted at 7 of 100");
  }

  @Test
  void aLookRegisteredInACellShowsInLaterCells() throws Exception {
    client.execute(
        """
        import org.orrery.kernel.display.*;
        record Point(int x) {}
        Display.register(Point.class, p -> MimeBundle.html("<b>" + p.x() + "</b>", "point"));
        """);

    var data = client.execute("new Point(4)").published("execute_result").get(0).object("data");

    assertThat(data).containsEntry("text/html", "<b>4</b>").containsEntry("text/plain", "point");
  }

  @Test
  void displaysCanBeUpdatedAndCleared() throws Exception {
    var exchange =
        client.execute(
            """
            var id = display("<b>bold</b>", "text/html");
            updateDisplay(id, 2);
            clearOutput(true);
            """);

    var shown = exchange.published("display_data").get(0);
    var updated = exchange.published("update_display_data").get(0);
    assertThat(shown.object("data")).isEqualTo(Map.of("text/html", "<b>bold</b>"));
    assertThat(updated.object("data")).isEqualTo(Map.of("text/plain", "2"));
    assertThat(updated.object("transient")).isEqualTo(shown.object("transient"));
    assertThat(exchange.published("clear_output").get(0).flag("wait", false)).isTrue();
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
  void anInterruptStopsAnEndlessLoopAndKeepsTheState() throws Exception {
    client.execute("int survivor = 42;");
    var fastest = Duration.ofDays(1);

    for (int i = 0; i < 3; i++) { // other work on the machine may slow one of them
      var endless =
          client.send("execute_request", Map.of("code", "System.out.println(1); while (true) {}"));
      client.published(endless, "stream");
      var asked = System.nanoTime();
      client.sendControl("interrupt_request", Map.of());
      assertThat(client.reply(endless).text("ename")).isEqualTo("KeyboardInterrupt");
      var took = Duration.ofNanos(System.nanoTime() - asked);
      fastest = took.compareTo(fastest) < 0 ? took : fastest;
      assertThat(client.controlReply().text("status")).isEqualTo("ok");
    }

    assertThat(fastest).isLessThan(Duration.ofMillis(500));
    assertThat(client.execute("survivor").result()).isEqualTo("42");
  }

  @Test
  void anInterruptThatAThreadKeepsForLaterBreaksNothing() throws Exception {
    client.execute(
        """
        var cellThread = Thread.currentThread();
        var pesterer = new Thread(() -> {
          for (int i = 0; i < 50; i++) { cellThread.interrupt(); Thread.yield(); }
        });
        pesterer.start();
        """);

    assertThat(client.execute("while (pesterer.isAlive()) Thread.onSpinWait(); 1").result())
        .isEqualTo("1");
  }

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
  void wronglySignedAndGarbledMessagesAreIgnored() throws Exception {
    client.sendSignedWith("wrong key", "execute_request", Map.of("code", "int evil = 1;"));
    client.sendRaw(List.of("garbage".getBytes(UTF_8)));
    client.sendRaw(List.of("<IDS|MSG>".getBytes(UTF_8), new byte[0]));

    assertThat(client.execute("evil").reply().text("evalue")).contains("cannot find symbol");
    assertThat(kernel.errors()).contains("refused a message on shell: the signature");
  }

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
  void theHeartbeatBeatsWhileACellRuns() throws Exception {
    var code = "System.out.print(1); new CountDownLatch(1).await();";
    var waiting = client.send("execute_request", Map.of("code", code));
    client.published(waiting, "stream");

    assertThat(client.heartbeat("beat")).isEqualTo("beat");

    client.sendControl("interrupt_request", Map.of());
    assertThat(client.finish(waiting).reply().text("ename")).isEqualTo("KeyboardInterrupt");
    client.controlReply();
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

  private static Map<String, Object> readiness(String code) throws Exception {
    return client.ask("is_complete_request", Map.of("code", code)).reply().content();
  }
}
