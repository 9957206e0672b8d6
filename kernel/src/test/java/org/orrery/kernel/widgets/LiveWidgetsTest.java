package org.orrery.kernel.widgets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Widgets between a cell that runs and a reader who moves them. */
class LiveWidgetsTest {

  private final FrontEnd page = new FrontEnd();

  @AfterEach
  void disconnect() {
    page.close();
  }

  @Test
  void aLoopSeesWhatAnotherThreadHasSet() throws Exception {
    var slider = Widgets.intSlider("gravity", 0, 20);
    page.show(slider);
    var loop =
        new Thread(
            () -> {
              while (slider.value() < 20) {
                Thread.onSpinWait();
              }
            });
    loop.start();

    page.set(slider, Map.of("value", 20));

    loop.join(10_000);
    assertThat(loop.isAlive()).isFalse();
  }

  @Test
  void bothSidesAtOnceLoseNoStepAndEndWithTheSameValue() throws Exception {
    var bar = Widgets.intProgress("steps", 4_000);
    var observed = new ArrayList<Integer>();
    bar.onChange(observed::add);
    page.show(bar);
    page.heard();

    together(4, () -> IntStream.range(0, 1_000).forEach(i -> bar.advance(1)));

    assertThat(bar.value()).isEqualTo(4_000);
    assertThat(observed).as("in the order of the changes").isSorted().hasSize(4_000);
    assertThat(page.heardBy(bar))
        .extracting(one -> (int) (Integer) ((Map<?, ?>) one.get("state")).get("value"))
        .as("messages leave in the order of the changes")
        .isSorted()
        .hasSize(4_000);
  }

  @Test
  void observersOfOneWidgetNeverOverlap() throws Exception {
    var slider = Widgets.intSlider("n", 0, 1_000_000);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    slider.onChange(
        value -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          inside.decrementAndGet();
        });
    var next = new AtomicInteger();

    together(4, () -> IntStream.range(0, 500).forEach(i -> slider.value(next.incrementAndGet())));

    assertThat(most).hasValue(1);
  }

  @Test
  void widgetsThatObserveOneAnotherNeverBlock() throws Exception {
    var one = Widgets.intSlider("one", 0, 1_000_000);
    var other = Widgets.intSlider("other", 0, 1_000_000);
    one.onChange(value -> other.description("one is " + value));
    other.onChange(value -> one.description("other is " + value));
    var next = new AtomicInteger();

    together(
        2,
        () ->
            IntStream.range(0, 500)
                .forEach(
                    i -> {
                      var value = next.incrementAndGet();
                      (value % 2 == 0 ? one : other).value(value);
                    }));

    assertThat(next).hasValue(1_000);
  }

  @Test
  void aFunctionOfControlsRunsAtOnceAndAtEveryChange() {
    var a = Widgets.intSlider("a", 0, 10).value(2);
    var b = Widgets.checkbox("b", false);
    var seen = new ArrayList<String>();

    var box =
        Widgets.interact(
            a,
            b,
            (x, y) -> {
              seen.add(x + " " + y);
              return null;
            });
    page.show(box);
    page.set(a, Map.of("value", 3));
    page.set(b, Map.of("value", true));

    assertThat(seen).containsExactly("2 false", "3 false", "3 true");
    assertThat(box.children()).hasSize(3).startsWith(a, b);
    assertThat(box.children().get(2)).isInstanceOf(Output.class);
  }

  @Test
  void changesThatComeWhileAFunctionRunsShareTheNextRun() {
    var a = Widgets.intSlider("a", 0, 100);
    var runs = new ArrayList<Integer>();

    Widgets.interact(
        a,
        x -> {
          runs.add(x);
          if (x == 1) { // the run in hand is to end first
            a.value(2);
            a.value(3);
          }
          return null;
        });
    a.value(1);

    assertThat(runs).containsExactly(0, 1, 3);
  }

  private static void together(int threads, Runnable work) throws InterruptedException {
    var go = new CountDownLatch(1);
    List<Thread> started =
        IntStream.range(0, threads)
            .mapToObj(
                i ->
                    new Thread(
                        () -> {
                          try {
                            go.await();
                          } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                          }
                          work.run();
                        }))
            .toList();
    started.forEach(Thread::start);
    go.countDown();
    for (var thread : started) {
      thread.join(30_000);
      assertThat(thread.isAlive()).isFalse();
    }
  }
}
