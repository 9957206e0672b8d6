package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.protocol.Message;

/** Front ends that read slowly, or not at all, or go away while a cell prints. */
class SlowFrontEndTest {

  private static final String LINE = "0123456789abcdef".repeat(1024);

  @TempDir Path folder;

  /** 200 MB through a heap of 80 MB: what is printed cannot pile up anywhere in the kernel. */
  @Test
  void allOfAVeryLongOutputArrivesThoughItIsReadLate() throws Exception {
    var lines = 200_000_000 / LINE.length();
    try (var kernel = KernelProcess.startWithHeap(folder, "80m");
        var client = KernelClient.slow(kernel.connection())) {
      client.execute("var line = \"0123456789abcdef\".repeat(1024);");
      var printing =
          client.send(
              "execute_request",
              Map.of(
                  "code",
                  "for (int i = 0; i < %d; i++) System.out.println(i + line);".formatted(lines)));
      kernel.awaitRest();

      var output = new Lines(lines);
      for (var next = client.published(printing);
          !isIdle(next);
          next = client.published(printing)) {
        if (next.type().equals("stream")) {
          output.take(next.text("text"));
        }
      }

      assertThat(output.complete()).isEqualTo(lines);
      assertThat(client.reply(printing).text("status")).isEqualTo("ok");
      assertThat(kernel.peakMemory().orElse(0)).isLessThan(400L << 20);
    }
  }

  @Test
  void aCellThatWaitsForItsReaderCanBeInterrupted() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.slow(kernel.connection())) {
      var printing =
          client.send(
              "execute_request",
              Map.of(
                  "code",
                  "var line = \"x\".repeat(65536); while (true) System.out.println(line);"));
      kernel.awaitRest();

      client.sendControl("interrupt_request", Map.of());

      assertThat(client.controlReply().text("status")).isEqualTo("ok");
      assertThat(client.reply(printing).text("ename")).isEqualTo("KeyboardInterrupt");
      assertThat(client.untilIdle(printing)).isNotEmpty();
      assertThat(client.execute("6 * 7").result()).isEqualTo("42");
    }
  }

  @Test
  void aFrontEndThatVanishesHoldsNothingUp() throws Exception {
    try (var kernel = KernelProcess.start(folder)) {
      try (var vanishing = KernelClient.slow(kernel.connection())) {
        vanishing.send(
            "execute_request",
            Map.of(
                "code",
                """
                var line = "x".repeat(65536);
                for (int i = 0; i < 2000; i++) System.out.println(line);
                int printed = 2000;
                """));
        kernel.awaitRest();
      }

      try (var client = KernelClient.of(kernel.connection())) {
        assertThat(client.execute("printed").result()).isEqualTo("2000");
      }
    }
  }

  @Test
  void aKernelWhoseOutputNobodyReadsCanBeShutDown() throws Exception {
    try (var kernel = KernelProcess.startWithHeap(folder, "128m");
        var client = KernelClient.slow(kernel.connection())) {
      client.send(
          "execute_request",
          Map.of("code", "var line = \"x\".repeat(65536); while (true) System.out.println(line);"));
      kernel.awaitRest();

      client.sendControl("shutdown_request", Map.of());

      assertThat(client.controlReply().text("status")).isEqualTo("ok");
      assertThat(kernel.exitCode()).as(kernel.errors()).isZero();
    }
  }

  private static boolean isIdle(Message message) {
    return message.type().equals("status") && message.text("execution_state").equals("idle");
  }

  /** Counts lines that come in the right order. */
  private static final class Lines {

    private final int expected;
    private final StringBuilder rest = new StringBuilder();
    private int complete;

    Lines(int expected) {
      this.expected = expected;
    }

    void take(String text) {
      rest.append(text);
      for (var end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
        assertThat(rest.length() > end && rest.substring(0, end).equals(complete + LINE))
            .as("line %d of %d", complete, expected)
            .isTrue();
        complete++;
        rest.delete(0, end + 1);
      }
    }

    int complete() {
      assertThat(rest).isEmpty();
      return complete;
    }
  }
}
