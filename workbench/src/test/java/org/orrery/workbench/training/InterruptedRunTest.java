package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.workbench.training.FineTuning.steps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.ClipSource;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.worlds.Worlds;

/** An interrupt that comes while something else than a step is under way. */
class InterruptedRunTest {
  private static final int SIZE = 8;

  /** What a notebook's kernel throws in the code of a cell it was told to stop. */
  private static final class CellStopped extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** The bouncing ball, which tells how many of its clips were asked for. */
  private record Counted(AtomicInteger asked, IntConsumer hears) implements ClipSource {
    private static final ClipSource BALL = Worlds.bouncingBall().radius(0.8).size(SIZE).frames(9);

    @Override
    public String id(long seed, int index) {
      return BALL.id(seed, index);
    }

    @Override
    public String describe() {
      return "balls";
    }

    @Override
    public Clip generate(long seed, int index) {
      hears.accept(asked.incrementAndGet());
      return BALL.generate(seed, index);
    }
  }

  @TempDir Path folder;

  private final ClipSet clips = clips(n -> {}, 12);
  private final PixelLine model = new PixelLine(SIZE);

  private static ClipSet clips(IntConsumer hears, int count) {
    return Clips.of(new Counted(new AtomicInteger(), hears), count).seed(2);
  }

  private FineTune tune(ClipSet chosen) {
    return FineTune.of(model, chosen).horizon(2).batch(6).warmup(1).learningRate(1e-2).steps(30);
  }

  private static void interrupt() {
    Thread.currentThread().interrupt();
  }

  @AfterEach
  void nothingIsLeftInterrupted() {
    assertThat(Thread.interrupted()).isFalse();
  }

  private INDArray weights() {
    return model.parameters().get("line.weight");
  }

  @Test
  void aStepWhoseListenerIsACellThatWasStoppedCounts() {
    TrainingRun run =
        tune(clips)
            .listen(
                step -> {
                  if (step.step() == 3) {
                    interrupt();
                    throw new CellStopped();
                  }
                })
            .run();

    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.INTERRUPTED);
    assertThat(run.history()).hasSize(3);
    assertThat(weights().norm2Number().doubleValue()).isPositive();
  }

  @Test
  void aStepWhoseWindowsWereNotMadeDoesNot() {
    Thread training = Thread.currentThread();
    AtomicInteger windows = new AtomicInteger();
    Augmentation ofACell =
        (window, random) -> {
          int asked = windows.incrementAndGet();
          if (asked == 2 * 6 + 1) {
            training.interrupt(); // once, though the batch after this one is made too
          }
          if (asked > 2 * 6) {
            throw new CellStopped();
          }
          return window;
        };

    TrainingRun run = tune(clips).augment(ofACell).run();

    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.INTERRUPTED);
    assertThat(run.history().size()).isLessThanOrEqualTo(2);
  }

  @Test
  void anErrorThatNobodyAskedForFailsTheRun() {
    List<Throwable> heard = new ArrayList<>();
    FineTune failing =
        tune(clips)
            .listen(
                new TrainingListener() {
                  @Override
                  public void stepped(TrainingStep step) {
                    throw new CellStopped();
                  }

                  @Override
                  public void failed(Throwable reason) {
                    heard.add(reason);
                  }
                });

    assertThatThrownBy(failing::run).isInstanceOf(CellStopped.class);
    assertThat(heard).singleElement().isInstanceOf(CellStopped.class);
  }

  @Test
  void validationIsLeftInTheMiddleAndGivesNoFigures() {
    Thread training = Thread.currentThread();
    AtomicInteger asked = new AtomicInteger();
    // batches are made on another thread, so that these are the parts of the held-out clips
    PixelLine watched =
        new PixelLine(
            SIZE,
            () -> {
              if (Thread.currentThread() == training && asked.incrementAndGet() == 2) {
                interrupt();
              }
            });

    TrainingRun run =
        FineTune.of(watched, clips).horizon(2).batch(6).validateOn(clips(n -> {}, 24)).run();

    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.INTERRUPTED);
    assertThat(run.history()).hasSize(2);
    assertThat(run.validated()).isEmpty();
    assertThat(asked).hasValue(2);
  }

  @Test
  void aRunWhoseClipsWereNotReadYetHasNoSteps() {
    AtomicInteger seen = new AtomicInteger();
    ClipSet slow =
        clips(
            n -> {
              seen.set(n);
              if (n == 5) {
                interrupt();
              }
            },
            12);
    INDArray before = weights().dup();

    TrainingRun run = tune(slow).run();

    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.INTERRUPTED);
    assertThat(run.history()).isEmpty();
    assertThat(run).hasToString(run.what() + ": no step taken, interrupted");
    assertThat(seen).hasValue(5);
    assertThat(weights()).isEqualTo(before);
  }

  @Test
  void aCheckpointBegunIsWrittenWhole() {
    TrainingRun run =
        tune(clips)
            .every(
                4,
                steps(),
                now -> {
                  interrupt();
                  now.checkpoint(folder);
                })
            .run();

    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.INTERRUPTED);
    assertThat(run.history()).hasSize(4);
    assertThat(folder.resolve("step-00000004")).isDirectory();
    PixelLine again = new PixelLine(SIZE);
    PixelLine straight = new PixelLine(SIZE);
    FineTune.of(again, clips).resume(folder).run();
    FineTune.of(straight, clips).horizon(2).batch(6).warmup(1).learningRate(1e-2).steps(30).run();
    assertThat(again.parameters().get("line.weight"))
        .isEqualTo(straight.parameters().get("line.weight"));
  }
}
