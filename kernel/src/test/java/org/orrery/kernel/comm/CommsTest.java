package org.orrery.kernel.comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CommsTest {

  private final Comms comms = Comms.unconnected();
  private final RecordingChannel channel = new RecordingChannel();

  CommsTest() {
    comms.connect(channel);
  }

  @Test
  void bothSidesKnowAnOpenCommByItsIdentity() {
    var comm = comms.open("player", CommMessage.of(Map.of("frames", 32)));
    comm.send(Map.of("frame", 3));

    assertThat(comms.find(comm.id())).containsSame(comm);
    assertThat(channel.sent())
        .containsExactly(
            "open player {frames=32}", "send {frame=3}"); // in the order they were said
  }

  @Test
  void aClosedCommIsForgottenAndRefusesToSend() {
    var comm = comms.open("player", CommMessage.empty());

    comm.close();
    comm.close();

    assertThat(comms.all()).isEmpty();
    assertThat(channel.sent()).containsExactly("open player {}", "close {}");
    assertThatThrownBy(() -> comm.send(Map.of())).hasMessageContaining("\"player\" that is closed");
  }

  @Test
  void messagesThatComeBeforeTheFirstHandlerAreKeptForIt() {
    var comm = comms.open("player", CommMessage.empty());
    comms.received(comm.id(), CommMessage.of(Map.of("n", 1)));
    comms.received(comm.id(), CommMessage.of(Map.of("n", 2)));
    var heard = new ArrayList<Object>();

    comm.onMessage(message -> heard.add(message.data().get("n")));
    comms.received(comm.id(), CommMessage.of(Map.of("n", 3)));

    assertThat(heard).containsExactly(1, 2, 3);
  }

  @Test
  void messagesOfOneCommAreHandledOneAtATimeFromManyThreads() throws Exception {
    var comm = comms.open("player", CommMessage.empty());
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var handled = new AtomicInteger();
    comm.onMessage(
        message -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          handled.incrementAndGet();
          inside.decrementAndGet();
        });
    var go = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 4; i++) {
      var thread =
          new Thread(
              () -> {
                awaitUnchecked(go);
                for (int n = 0; n < 1_000; n++) {
                  comms.received(comm.id(), CommMessage.empty());
                }
              });
      thread.start();
      threads.add(thread);
    }

    go.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(handled).hasValue(4_000);
    assertThat(most).hasValue(1);
  }

  @Test
  void anUnknownTargetIsClosedAtOnce() {
    comms.opened("id-1", "nobody", CommMessage.empty());

    assertThat(channel.sent()).containsExactly("close {}");
    assertThat(comms.all()).isEmpty();
  }

  @Test
  void aRegisteredTargetTakesWhatTheFrontEndOpens() {
    comms.register(
        CommTarget.named(
            "clock",
            (comm, first) ->
                comm.onMessage(asked -> comm.send(Map.of("echo", asked.data().get("ask"))))));

    comms.opened("id-1", "clock", CommMessage.empty());
    comms.received("id-1", CommMessage.of(Map.of("ask", 7)));

    assertThat(channel.sent()).containsExactly("send {echo=7}");
    assertThat(comms.find("id-1")).hasValueSatisfying(comm -> assertThat(comm.isOpen()).isTrue());
  }

  @Test
  void aTargetThatFailsLeavesNoCommBehind() {
    comms.register(
        CommTarget.named(
            "broken",
            (comm, first) -> {
              throw new IllegalStateException("no clock");
            }));

    assertThatThrownBy(() -> comms.opened("id-1", "broken", CommMessage.empty()))
        .hasMessage("no clock");
    assertThat(comms.all()).isEmpty();
    assertThat(channel.sent()).containsExactly("close {}");
  }

  @Test
  void theFrontEndsCloseIsHeardOnce() {
    var comm = comms.open("player", CommMessage.empty());
    var heard = new ArrayList<Object>();
    comm.onClose(last -> heard.add(last.data().get("why")));

    comms.closed(comm.id(), CommMessage.of(Map.of("why", "gone")));
    comms.closed(comm.id(), CommMessage.of(Map.of("why", "again")));

    assertThat(heard).containsExactly("gone");
    assertThat(comm.isOpen()).isFalse();
  }

  @Test
  void aMessageMayHoldNulls() {
    var data = new java.util.HashMap<String, Object>();
    data.put("index", null);

    assertThat(CommMessage.of(data).withBuffers(List.of(new byte[] {1})).data())
        .containsEntry("index", null);
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
