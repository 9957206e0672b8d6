package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stopping cells. */
class InterruptTest extends RunningKernel {

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
  void whatAnInterruptCannotStopSaysSo() throws Exception {
    var stuck =
        client.send(
            "execute_request",
            Map.of(
                "code",
                """
                if (true) {
                  System.out.print(1);
                  new CompletableFuture<Void>().completeOnTimeout(null, 4, TimeUnit.SECONDS).join();
                }
                """));
    client.published(stuck, "stream");

    client.sendControl("interrupt_request", Map.of());

    assertThat(client.controlReply().text("status")).isEqualTo("ok");
    var notice = client.published(stuck, "stream");
    assertThat(notice.text("name")).isEqualTo("stderr");
    assertThat(notice.text("text")).contains("within 3 s", "restart the kernel");
    client.finish(stuck);
  }

  @Test
  void parallelStreamsOfEveryCellStop() throws Exception {
    client.execute("IntStream.range(0, 1000).parallel().sum();"); // starts the common pool
    for (int i = 0; i < 2; i++) {
      var endless =
          client.send(
              "execute_request",
              Map.of(
                  "code",
                  """
                  System.out.println(1);
                  IntStream.range(0, 64).parallel().forEach(i -> { while (true) {} });
                  """));
      client.published(endless, "stream");
      client.askControl("interrupt_request", Map.of());
      assertThat(client.reply(endless).text("ename")).isEqualTo("KeyboardInterrupt");
    }

    kernel.awaitRest();
  }
}
