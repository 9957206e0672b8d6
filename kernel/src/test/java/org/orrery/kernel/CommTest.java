package org.orrery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.protocol.Message;

/** Comms, asked of the real kernel over its sockets. */
class CommTest extends RunningKernel {

  @BeforeAll
  void importTheirNames() throws Exception {
    client.execute("import org.orrery.kernel.comm.*;");
  }

  @Test
  void aCommOfACellBelongsToThatCell() throws Exception {
    var exchange =
        client.execute(
            """
            var player = Comms.ofThisKernel().open("player",
                CommMessage.of(Map.of("frames", 2)).withMetadata(Map.of("version", "1"))
                    .withBuffers(List.of(new byte[] {1, 2}, new byte[] {3})));
            player.send(Map.of("frame", 1));
            player.close();
            """);

    var open = exchange.published("comm_open").get(0);
    assertThat(open.text("target_name")).isEqualTo("player");
    assertThat(open.object("data")).isEqualTo(Map.of("frames", 2));
    assertThat(open.metadata()).isEqualTo(Map.of("version", "1"));
    assertThat(open.buffers()).containsExactly(new byte[] {1, 2}, new byte[] {3});
    var message = exchange.published("comm_msg").get(0);
    assertThat(message.text("comm_id")).isEqualTo(open.text("comm_id"));
    assertThat(message.object("data")).isEqualTo(Map.of("frame", 1));
    assertThat(exchange.published("comm_close")).hasSize(1);
  }

  @Test
  void theFrontEndsMessagesAndBuffersReachTheHandlerAndItsAnswersBelongToThem() throws Exception {
    client.execute(
        """
        Comms.ofThisKernel().register(CommTarget.named("summer", (comm, first) -> {
          System.out.println("opened with " + first.data());
          comm.onMessage(message -> {
            int sum = 0;
            for (var buffer : message.buffers()) for (byte b : buffer) sum += b;
            System.out.println("from " + message.metadata().get("from"));
            comm.send(CommMessage.of(Map.of("sum", sum)).withBuffers(message.buffers()));
          });
          comm.onClose(last -> System.out.println("closed: " + last.data().get("why")));
        }));
        """);

    var opening = open("c-1", "summer");
    var asking =
        client.untilIdle(
            client.sendComm(
                "comm_msg",
                Map.of("comm_id", "c-1", "data", Map.of()),
                List.of(new byte[] {1, 2}, new byte[] {39})));
    var closing =
        client.untilIdle(
            client.sendComm(
                "comm_close", Map.of("comm_id", "c-1", "data", Map.of("why", "done")), List.of()));

    assertThat(printed(opening)).isEqualTo("opened with {hello=1}\n");
    assertThat(printed(asking)).isEqualTo("from test\n");
    var answer =
        asking.stream().filter(one -> one.type().equals("comm_msg")).findFirst().orElseThrow();
    assertThat(answer.object("data")).isEqualTo(Map.of("sum", 42));
    assertThat(answer.buffers()).containsExactly(new byte[] {1, 2}, new byte[] {39});
    assertThat(printed(closing)).isEqualTo("closed: done\n");
    assertThat(commsOf("summer")).isEmpty();
  }

  @Test
  void openCommsAreListedByTarget() throws Exception {
    client.execute(
        """
        var one = Comms.ofThisKernel().open("red", CommMessage.empty());
        var other = Comms.ofThisKernel().open("blue", CommMessage.empty());
        """);

    var id = client.execute("one.id()").result();

    assertThat(commsOf("red")).isEqualTo(Map.of(id, Map.of("target_name", "red")));
    assertThat(client.ask("comm_info_request", Map.of()).reply().object("comms"))
        .containsKey(id)
        .hasSizeGreaterThan(1);
  }

  @Test
  void anUnknownTargetIsAnsweredWithAClose() throws Exception {
    var published = open("c-2", "nobody-is-called-this");

    assertThat(published)
        .filteredOn(one -> one.type().equals("comm_close"))
        .singleElement()
        .satisfies(close -> assertThat(close.text("comm_id")).isEqualTo("c-2"));
  }

  @Test
  void whatAHandlerThrowsIsPrintedToItsMessageAndTheNextIsHandled() throws Exception {
    client.execute(
        """
        Comms.ofThisKernel().register(CommTarget.named("fragile", (comm, first) ->
            comm.onMessage(message -> {
              if (message.data().containsKey("error")) throw new StackOverflowError("deep");
              if (message.data().containsKey("fault")) throw new IllegalStateException("sad");
              System.out.print("fine");
            })));
        """);
    open("c-3", "fragile");

    assertThat(printed(say("c-3", Map.of("fault", true)), "stderr"))
        .contains("IllegalStateException: sad")
        .doesNotContain("org.orrery.kernel.session");
    assertThat(printed(say("c-3", Map.of("error", true)), "stderr")).contains("deep");
    assertThat(printed(say("c-3", Map.of()))).isEqualTo("fine");
    assertThat(kernel.isAlive()).isTrue();
  }

  @Test
  void whatThreadsOfACellPrintStillBelongsToTheCellAfterACommMessage() throws Exception {
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
                Comms.ofThisKernel().register(CommTarget.named("starter", (c, first) -> go.countDown()));
                """));
    client.finish(starting);

    open("c-4", "starter");

    assertThat(client.published(starting, "stream").text("text")).isEqualTo("late\n");
  }

  private List<Message> open(String id, String target) throws Exception {
    return client.untilIdle(
        client.sendComm(
            "comm_open",
            Map.of("comm_id", id, "target_name", target, "data", Map.of("hello", 1)),
            List.of()));
  }

  private List<Message> say(String id, Map<String, Object> data) throws Exception {
    return client.untilIdle(
        client.sendComm("comm_msg", Map.of("comm_id", id, "data", data), List.of()));
  }

  private Map<String, Object> commsOf(String target) throws Exception {
    return client.ask("comm_info_request", Map.of("target_name", target)).reply().object("comms");
  }

  private static String printed(List<Message> published) {
    return printed(published, "stdout");
  }

  private static String printed(List<Message> published, String stream) {
    return new KernelClient.Exchange(null, published).printed(stream);
  }
}
