package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Precision;
import org.orrery.workbench.worlds.Worlds;

/** Batches made ahead on another thread. */
class FeedTest {
  private static final int SIZE = 8;

  private final ClipSet clips =
      Clips.of(Worlds.bouncingBall().radius(0.8).size(SIZE).frames(9), 12).seed(2);
  private final PixelLine model = new PixelLine(SIZE);

  private FineTune tune(PixelLine chosen) {
    return FineTune.of(chosen, clips).horizon(2).batch(6).warmup(1).learningRate(1e-2);
  }

  private Batches batches(int accumulate, Augmentation... augmentations) {
    Settings settings =
        new Settings(
            Objective.standard().withHorizon(2),
            AdamW.standard(),
            1,
            4,
            6,
            accumulate,
            1,
            1e-2,
            Map.of(),
            List.of(),
            null,
            Precision.FULL,
            0,
            0,
            List.of(),
            7);
    return new Batches(model, settings, new Windows(clips, 6, 6, 7), List.of(augmentations));
  }

  @Test
  void theyComeInTheOrderOfTheirStepsAndHoldWhatTheStepsSay() throws InterruptedException {
    Batches batches = batches(2, Augmentation.flipX(), Augmentation.noise(0.1));
    try (Feed feed = new Feed(batches, 3, 9)) {
      for (int step = 3; step < 9; step++) {
        Batch taken = feed.take();

        assertThat(taken.clips()).isEqualTo(batches.of(step).clips());
        for (int part = 0; part < 2; part++) {
          INDArray frames = taken.parts().get(part).get("frames");
          assertThat(frames.shape()).containsExactly(3, 6, 1, SIZE, SIZE);
          assertThat(frames).isEqualTo(batches.of(step).parts().get(part).get("frames"));
        }
      }
      assertThat(feed.waited()).isPositive();
    }
  }

  @Test
  void whatFailsWhileABatchIsMadeFailsInTheStepThatNeedsIt() throws InterruptedException {
    Augmentation broken =
        (window, random) -> {
          throw new IllegalStateException("no window of " + window.id());
        };
    try (Feed feed = new Feed(batches(1, broken), 0, 4)) {
      assertThatThrownBy(feed::take)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no window of bouncing-ball");
    }
  }

  @Test
  void anInterruptThatComesBeforeTheNextBatchEndsTheRunAndKeepsTheSteps() {
    TrainingRun run =
        tune(model)
            .steps(30)
            .listen(
                step -> {
                  if (step.step() == 3) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run();

    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.INTERRUPTED);
    assertThat(run.history()).hasSize(3);
  }

  /** A quadratic in the weights, whose gradient is a mean over windows: parts give the whole. */
  @Test
  void accumulatedPartsTrainAsTheWholeBatchDoes() {
    PixelLine whole = new PixelLine(SIZE);
    PixelLine parts = new PixelLine(SIZE);

    TrainingRun expected = tune(whole).steps(6).run();
    TrainingRun actual = tune(parts).accumulate(3).steps(6).run();

    for (int step = 0; step < 6; step++) {
      assertThat(actual.history().get(step).loss())
          .isCloseTo(expected.history().get(step).loss(), within(1e-5));
    }
    INDArray difference =
        whole.parameters().get("line.weight").sub(parts.parameters().get("line.weight"));
    assertThat(difference.amaxNumber().doubleValue()).isLessThan(1e-6);
  }

  @Test
  void mirroredWindowsAreTrainedOnAsIfTheClipsWereMirrored() {
    PixelLine learned = new PixelLine(SIZE);
    PixelLine mirrored = new PixelLine(SIZE);
    ClipSet other = Clips.of(clips.stream().map(clip -> new Flip(true).mirror(clip)).toList());
    Augmentation always = (window, random) -> new Flip(true).mirror(window);

    tune(learned).augment(always).steps(4).run();
    FineTune.of(mirrored, other).horizon(2).batch(6).warmup(1).learningRate(1e-2).steps(4).run();

    assertThat(learned.parameters().get("line.weight"))
        .isEqualTo(mirrored.parameters().get("line.weight"));
  }

  @Test
  void inputsThatAreMadeOfLabelsFollowTheChangedWindows() {
    Augmentation always = (window, random) -> new Flip(true).mirror(window);

    INDArray plain = batches(1).of(2).parts().get(0).get("place");
    INDArray mirrored = batches(1, always).of(2).parts().get(0).get("place");

    // The box is 6.4 m wide.
    assertThat(plain.add(mirrored).sub(6.4).amaxNumber().doubleValue()).isLessThan(1e-5);
  }
}
