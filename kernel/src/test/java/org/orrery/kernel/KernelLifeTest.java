package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.protocol.ConnectionFile;

/** How the kernel's process begins and ends. */
class KernelLifeTest {

  @TempDir Path folder;

  @Test
  void aShutdownIsAnsweredAndEndsTheProcess() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      client.sendControl("shutdown_request", Map.of("restart", true));

      assertThat(client.controlReply().content())
          .containsEntry("status", "ok")
          .containsEntry("restart", true);
      assertThat(kernel.exitCode()).isZero();
    }
  }

  @Test
  void aShutdownDoesNotWaitForAnEndlessCell() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      var endless =
          client.send("execute_request", Map.of("code", "System.out.print(1); while (true) {}"));
      client.published(endless, "stream");

      client.sendControl("shutdown_request", Map.of());

      assertThat(client.controlReply().text("status")).isEqualTo("ok");
      assertThat(kernel.exitCode()).isZero();
    }
  }

  @Test
  void theKernelEndsWithItsParent() throws Exception {
    var parent = new ProcessBuilder("sleep", "600").start();
    try (var kernel =
            KernelProcess.start(
                folder,
                ConnectionFile.onFreePorts("orrery"),
                Map.of("JPY_PARENT_PID", "" + parent.pid()));
        var client = KernelClient.of(kernel.connection())) {
      assertThat(client.execute("1").status()).isEqualTo("ok");

      parent.destroyForcibly();

      assertThat(kernel.exitCode()).isZero();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void aSigintInterruptsTheCell() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      var endless =
          client.send("execute_request", Map.of("code", "System.out.print(1); while (true) {}"));
      client.published(endless, "stream");

      new ProcessBuilder("kill", "-INT", "" + kernel.pid()).start();

      assertThat(client.reply(endless).text("ename")).isEqualTo("KeyboardInterrupt");
      assertThat(client.execute("6 * 7").result()).isEqualTo("42");
    }
  }

  @Test
  void aPortInUseIsOneClearError() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var free = ConnectionFile.onFreePorts("orrery");
      var connection =
          new ConnectionFile(
              "tcp",
              "127.0.0.1",
              taken.getLocalPort(),
              free.iopubPort(),
              free.stdinPort(),
              free.controlPort(),
              free.heartbeatPort(),
              free.key(),
              free.signatureScheme(),
              "");
      try (var kernel = KernelProcess.start(folder, connection, Map.of())) {

        assertThat(kernel.exitCode()).isEqualTo(1);
        assertThat(kernel.errors().lines())
            .singleElement()
            .asString()
            .contains("shell", "127.0.0.1:" + taken.getLocalPort());
      }
    }
  }

  @Test
  void historyOutlivesTheKernel() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      client.execute("int before = 1;");
      client.sendControl("shutdown_request", Map.of("restart", true));
      client.controlReply();
      assertThat(kernel.exitCode()).isZero();
    }
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      client.execute("int after = 2;");

      var tail = Map.<String, Object>of("hist_access_type", "tail", "n", 2);
      assertThat(client.ask("history_request", tail).reply().content().get("history"))
          .isEqualTo(List.of(List.of(1, 1, "int before = 1;"), List.of(0, 1, "int after = 2;")));
    }
  }
}
