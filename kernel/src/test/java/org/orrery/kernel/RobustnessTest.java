package org.orrery.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orrery.kernel.protocol.ConnectionFile;

/** What a kernel lives through: company, restarts, garbage, and very many cells. */
class RobustnessTest {

  private static final String ZMTP_GREETING =
      "\u00ff\0\0\0\0\0\0\0\u0001\u007f\u0003\0NULL" + "\0".repeat(16 + 32);

  @TempDir Path folder;

  @Test
  void twoKernelsSideBySideShareNothing() throws Exception {
    try (var one = KernelProcess.start(folder);
        var other = KernelProcess.start(folder);
        var oneClient = KernelClient.of(one.connection());
        var otherClient = KernelClient.of(other.connection())) {
      oneClient.execute("int mine = 1;");
      otherClient.execute("int mine = 2;");

      assertThat(oneClient.execute("mine").result()).isEqualTo("1");
      assertThat(otherClient.execute("mine").result()).isEqualTo("2");
    }
  }

  @Test
  void aKernelCanBeRestartedAgainAndAgainOnTheSamePorts() throws Exception {
    var connection = ConnectionFile.onFreePorts("orrery");
    for (int i = 0; i < 3; i++) {
      try (var kernel = KernelProcess.start(folder, connection, Map.of());
          var client = KernelClient.of(connection)) {
        assertThat(client.execute("int survivor = 1; survivor").result()).isEqualTo("1");
        client.sendControl("shutdown_request", Map.of("restart", true));
        client.controlReply();
        assertThat(kernel.exitCode()).isZero();
      }
    }
  }

  @Test
  void bytesThatAreNoMessagesAtAllDisturbNobody() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      var random = new Random(7);
      var noise = new byte[1 << 16];
      random.nextBytes(noise);
      var hugeFrame = new byte[] {2, 0x7f, -1, -1, -1, -1, -1, -1, -1};
      var fitsNoHeap = new byte[] {2, 0, 0, 0, 0, 0x7f, -1, -1, -1};
      for (int port : ports(kernel.connection())) {
        send(port, noise);
        send(port, "GET / HTTP/1.1\r\n\r\n".getBytes(ISO_8859_1));
        send(port, ZMTP_GREETING.getBytes(ISO_8859_1));
        send(port, ZMTP_GREETING.getBytes(ISO_8859_1), noise);
        send(port, ZMTP_GREETING.getBytes(ISO_8859_1), ready(), hugeFrame);
        send(port, ZMTP_GREETING.getBytes(ISO_8859_1), ready(), fitsNoHeap);
      }

      assertThat(client.execute("6 * 7").result()).isEqualTo("42");
      assertThat(client.askControl("interrupt_request", Map.of()).status()).isEqualTo("ok");
      assertThat(client.heartbeat("beat")).isEqualTo("beat");
      try (var another = KernelClient.of(kernel.connection())) {
        assertThat(another.execute("6 * 7").result()).isEqualTo("42");
        assertThat(another.heartbeat("beat")).isEqualTo("beat");
      }
    }
  }

  @Test
  void veryManyRequestsLeaveNothingBehind() throws Exception {
    try (var kernel = KernelProcess.start(folder);
        var client = KernelClient.of(kernel.connection())) {
      var used =
          "System.gc(); Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()";
      request(client, 500);
      client.execute(used);
      var before = Long.parseLong(client.execute(used).result());

      request(client, 4_000);

      var after = Long.parseLong(client.execute(used).result());
      assertThat(after - before).isLessThan(1L << 20);
    }
  }

  private static void request(KernelClient client, int count) throws Exception {
    for (int done = 0; done < count; done += 100) {
      var requests = new ArrayList<String>();
      for (int i = 0; i < 50; i++) {
        requests.add(client.send("execute_request", Map.of("code", "", "silent", i % 2 == 0)));
        requests.add(client.send("kernel_info_request", Map.of()));
      }
      for (var request : requests) {
        assertThat(client.finish(request).status()).isEqualTo("ok");
      }
    }
  }

  private static List<Integer> ports(ConnectionFile connection) {
    return List.of(
        connection.shellPort(),
        connection.controlPort(),
        connection.stdinPort(),
        connection.iopubPort(),
        connection.heartbeatPort());
  }

  private static byte[] ready() {
    return "\u0004\u001a\u0005READY\u000bSocket-Type\0\0\0\u0006DEALER".getBytes(ISO_8859_1);
  }

  /** Sends what the kernel's side takes before it closes, and goes without a word. */
  private static void send(int port, byte[]... parts) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(200);
      for (var part : parts) {
        socket.getOutputStream().write(part);
        socket.getOutputStream().flush();
      }
      while (socket.getInputStream().read() >= 0) {}
    } catch (IOException closedOrSilent) {
      return;
    }
  }
}
