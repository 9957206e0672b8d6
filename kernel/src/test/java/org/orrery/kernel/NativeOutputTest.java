package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.MAC;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** What is printed past System.out: by native code, and by child processes. */
@EnabledOnOs({LINUX, MAC})
class NativeOutputTest extends RunningKernel {

  @BeforeAll
  void awaitCapture() throws Exception {
    client.execute(
        """
        import com.sun.jna.Function;
        int printf(String text) {
          return Function.getFunction("c", "printf").invokeInt(new Object[] {"%s", text});
        }
        void shell(String command) throws Exception {
          new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
        }
        """);
    var captured = false;
    for (int i = 0; i < 200 && !captured; i++) {
      captured = !client.execute("shell(\"printf x\")").printed("stdout").isEmpty();
    }
    assertThat(captured).isTrue();
  }

  @Test
  void itIsShownBelowTheCellBeforeItsResult() throws Exception {
    var exchange = client.execute("printf(\"half a line, \"); printf(\"größer\\n\"); 42");

    assertThat(exchange.printed("stdout")).isEqualTo("half a line, größer\n");
    assertThat(exchange.types())
        .endsWith("execute_result")
        .containsSubsequence(List.of("stream", "execute_result"));
  }

  @Test
  void standardErrorIsToldApart() throws Exception {
    var exchange = client.execute("shell(\"echo fine; echo odd >&2\")");

    assertThat(exchange.printed("stdout")).isEqualTo("fine\n");
    assertThat(exchange.printed("stderr")).isEqualTo("odd\n");
  }

  @Test
  void allOfMuchOutputArrives() throws Exception {
    var exchange = client.execute("shell(\"seq 1 50000\")");

    var lines = exchange.printed("stdout").lines().toList();
    assertThat(lines).hasSize(50_000);
    assertThat(lines.get(49_999)).isEqualTo("50000");
  }

  @Test
  void theKernelsOwnErrorsStillGoToWhoeverStartedIt() throws Exception {
    client.sendSignedWith("wrong key", "execute_request", java.util.Map.of("code", "1"));

    var exchange = client.execute("1");

    assertThat(exchange.printed("stderr")).isEmpty();
    assertThat(kernel.errors()).contains("refused a message on shell");
  }
}
