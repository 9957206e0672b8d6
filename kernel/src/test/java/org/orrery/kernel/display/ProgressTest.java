package org.orrery.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orrery.kernel.display.Progress.Ending;

class ProgressTest {

  private final List<List<ProgressScreen.Picture>> screens = new ArrayList<>();
  private double now;
  private final ProgressBoard board =
      new ProgressBoard(
          () -> now,
          () -> {
            var pictures = new ArrayList<ProgressScreen.Picture>();
            screens.add(pictures);
            return pictures::add;
          },
          false);

  @Test
  void aBarIsDrawnAtOnceThenAtTicksAndOnceMoreAtItsEnd() {
    var bar = board.open(1000, "frames");
    for (int i = 0; i < 1000; i++) {
      bar.step();
    }
    assertThat(pictures(0)).as("steps draw nothing themselves").hasSize(1);

    tickAt(0.1);
    tickAt(0.2);
    assertThat(pictures(0)).as("nothing has changed at the second tick").hasSize(2);

    bar.close();
    tickAt(5);
    assertThat(pictures(0)).hasSize(3);
    assertThat(latest().get(0).count()).isEqualTo(1000);
    assertThat(latest().get(0).ending()).isEqualTo(Ending.FINISHED);
  }

  @Test
  void theClockMovesOnWhileAStepTakesLong() {
    board.open(10, "epochs");

    tickAt(0.5);
    tickAt(1.1);

    assertThat(pictures(0)).hasSize(2);
    assertThat(latest().get(0).figures()).isEqualTo("0 of 10 · 1.1 s");
  }

  @Test
  void theFiguresTellElapsedAndRemainingTimePaceAndMessage() {
    var bar = board.open(100, "frames");
    bar.at(25);
    bar.message("loss 0.12");
    tickAt(5);

    assertThat(text())
        .isEqualTo(
            "frames  25% │█████               │ 25 of 100 · 5.0 s, 15 s left · 5.0/s · loss 0.12");
    bar.at(100);
    now = 10;
    bar.close();
    assertThat(text())
        .isEqualTo("✓ frames 100% │████████████████████│ 100 · 10 s · 10.0/s · loss 0.12");
  }

  @Test
  void aSlowStartIsForgottenInTheRemainingTime() {
    var bar = board.open(1010, "steps");
    bar.at(10);
    tickAt(100);
    for (int i = 1; i <= 50; i++) {
      bar.step(10);
      tickAt(100 + i);
    }

    assertThat(latest().get(0).perSecond()).isBetween(9.0, 10.1);
  }

  @Test
  void whileNoStepComesTheRemainingTimeGrows() {
    var bar = board.open(8, "epochs");
    bar.at(4);
    tickAt(4);
    assertThat(latest().get(0).figures()).contains("4.0 s left");

    tickAt(25);

    assertThat(latest().get(0).figures()).isEqualTo("4 of 8 · 25 s, 24 s left · 6.0 s each");
  }

  @Test
  void withoutATotalItCountsAndFinishesWhenClosed() {
    var bar = board.open(-1, "lines");
    bar.step(7);
    tickAt(2);

    assertThat(text()).isEqualTo("lines 7 · 2.0 s · 3.5/s");
    bar.close();
    assertThat(latest().get(0).ending()).isEqualTo(Ending.FINISHED);
  }

  @Test
  void aBarClosedShortOfItsTotalIsStoppedAndAFailedCellMakesItFailed() {
    var bar = board.open(10, "frames");
    bar.step(3);
    bar.close();
    assertThat(text()).contains("■ frames", "stopped at 3 of 10");

    board.cellEnded(Ending.FAILED);
    assertThat(text()).contains("✗ frames", "failed at 3 of 10");
  }

  @Test
  void aBarLeftOpenShowsHowItsCellEndedAndGoesOnInTheNext() {
    var bar = board.open(10, "frames");
    bar.step(3);
    board.cellEnded(Ending.INTERRUPTED);
    assertThat(text()).contains("interrupted at 3 of 10");

    bar.step();
    tickAt(1);
    assertThat(latest().get(0).ending()).isNull();
    assertThat(latest().get(0).count()).isEqualTo(4);
    assertThat(screens).as("at its old place").hasSize(1);

    board.cellEnded(Ending.FINISHED);
    assertThat(text()).contains("stopped at 4 of 10");
    bar.at(10);
    bar.close();
    assertThat(text()).contains("✓ frames");
  }

  @Test
  void aBarThatWaitsForAnotherCellSaysNothingOfAStop() {
    board.open(10, "frames");

    board.cellEnded(Ending.FINISHED);

    assertThat(text()).startsWith("frames   0%").doesNotContain("stopped");
  }

  @Test
  void aBarThatAnotherThreadWorksOnOutlivesItsCell() throws InterruptedException {
    var bar = board.open(10, "frames");
    onAnotherThread(bar::step);

    board.cellEnded(Ending.FINISHED);
    onAnotherThread(bar::step);
    tickAt(1);

    assertThat(latest().get(0).ending()).isNull();
    assertThat(latest().get(0).count()).isEqualTo(2);
  }

  @Test
  void stepsOfManyThreadsAreAllCounted() throws InterruptedException {
    var bar = board.open(40_000, "frames");
    var threads = new ArrayList<Thread>();
    for (int t = 0; t < 4; t++) {
      threads.add(
          new Thread(
              () -> {
                for (int i = 0; i < 10_000; i++) {
                  bar.step();
                }
              }));
    }
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    bar.close();

    assertThat(latest().get(0).ending()).isEqualTo(Ending.FINISHED);
  }

  @Test
  void aLoopInALoopIsDrawnInsideItAndTakesOnePlace() {
    var epochs = board.open(2, "epochs");
    for (int epoch = 0; epoch < 2; epoch++) {
      try (var batches = board.open(3, "batches")) {
        batches.step(2);
        tickAt(now + 0.1);
        assertThat(latest()).extracting(ProgressLine::label).containsExactly("epochs", "batches");
        assertThat(latest()).extracting(ProgressLine::depth).containsExactly(0, 1);
        assertThat(latest()).extracting(ProgressLine::count).containsExactly((long) epoch, 2L);
        batches.step();
      }
      epochs.step();
    }
    epochs.close();

    assertThat(screens).hasSize(1);
    assertThat(latest()).extracting(ProgressLine::label).containsExactly("epochs");
  }

  @Test
  void innerBarsOfManyNamesDoNotPileUp() {
    board.open(100, "epochs");
    for (int epoch = 0; epoch < 100; epoch++) {
      board.open(0, "epoch " + epoch).close();
    }
    tickAt(1);

    assertThat(latest()).hasSizeLessThan(6);
  }

  @Test
  void anInnerBarThatFailedStaysInThePicture() {
    var outer = board.open(2, "outer");
    board.open(5, "inner").step();
    outer.end(Ending.FAILED);
    board.cellEnded(Ending.FAILED);

    assertThat(latest()).extracting(ProgressLine::label).containsExactly("outer", "inner");
    assertThat(latest()).extracting(ProgressLine::ending).containsOnly(Ending.FAILED);
  }

  @Test
  void whatIsBelowTheBarIsAskedForWhenDrawnAndKeptWhenItFails() {
    var bar = board.open(2, "steps");
    bar.detail(() -> "<svg/>");
    bar.step();
    tickAt(1);
    bar.detail(
        () -> {
          throw new IllegalStateException("no curve");
        });
    bar.step();
    bar.close();

    assertThat(pictures(0)).last().extracting(ProgressScreen.Picture::detail).isEqualTo("<svg/>");
  }

  @Test
  void aLoopOverItemsEndsItsBarAndAFailingOneFails() {
    var seen = new ArrayList<Integer>();
    for (var item : CellScope.progress(List.of(1, 2, 3), "items")) {
      seen.add(item);
    }
    assertThat(seen).containsExactly(1, 2, 3);

    Iterable<Integer> failing =
        () ->
            new java.util.Iterator<>() {
              @Override
              public boolean hasNext() {
                throw new IllegalStateException("source is gone");
              }

              @Override
              public Integer next() {
                return 1;
              }
            };
    assertThatThrownBy(() -> CellScope.progress(failing, "failing").forEach(x -> {}))
        .hasMessage("source is gone");
  }

  private void tickAt(double seconds) {
    now = seconds;
    board.tick();
  }

  private List<ProgressScreen.Picture> pictures(int screen) {
    return screens.get(screen);
  }

  private List<ProgressLine> latest() {
    var pictures = screens.get(screens.size() - 1);
    return pictures.get(pictures.size() - 1).lines();
  }

  private String text() {
    return ProgressText.of(latest());
  }

  private static void onAnotherThread(Runnable work) throws InterruptedException {
    var thread = new Thread(work);
    thread.start();
    thread.join();
  }
}
