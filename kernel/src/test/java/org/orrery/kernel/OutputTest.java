package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cells print and display, in order and under the right cell. */
class OutputTest extends RunningKernel {

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
  void longTextsAreCutBetweenCharacters() throws Exception {
    var exchange =
        client.execute(
            "System.out.write(\"\u20ac\".repeat(100_000).getBytes(\"UTF-8\")); System.out.flush();");

    assertThat(exchange.printed("stdout").equals("\u20ac".repeat(100_000))).isTrue();
    assertThat(exchange.published("stream").size()).isGreaterThan(1);
  }

  @Test
  void theCommonPoolPrintsUnderTheCellThatUsesIt() throws Exception {
    for (var word : List.of("first", "second")) {
      var exchange =
          client.execute(
              "IntStream.range(0, 1000).parallel().forEach(i -> System.out.println(\"%s\"));"
                  .formatted(word));

      assertThat(exchange.printed("stdout")).isEqualTo((word + "\n").repeat(1000));
    }
  }

  @Test
  void anExecutorPrintsUnderTheCellThatStartedItsThread() throws Exception {
    var starting =
        client.send(
            "execute_request",
            Map.of(
                "code",
                """
                var pool = Executors.newSingleThreadExecutor();
                pool.submit(() -> System.out.println("early")).get();
                """));
    assertThat(client.finish(starting).printed("stdout")).isEqualTo("early\n");

    client.execute("pool.submit(() -> System.out.println(\"late\")).get();");

    assertThat(client.published(starting, "stream").text("text")).isEqualTo("late\n");
  }
}
