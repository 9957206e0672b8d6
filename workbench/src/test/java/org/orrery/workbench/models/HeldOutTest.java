package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.workbench.training.FineTuning.steps;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.training.DivergenceException;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.training.Glimpse;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;

/** What a run sees of itself on the way: held-out clips, glimpses, waiting, divergence. */
class HeldOutTest {
  private final ClipSet clips = Tiny.clips(12);
  private final NeuralModel model = NeuralModel.create(Tiny.config(), 5, Engine.torch());

  private FineTune tune() {
    return model.fineTune(clips.first(8)).batch(4).warmup(1).horizon(2);
  }

  @Test
  void heldOutClipsAreAskedAfterEachEpochAndAfterTheLastStep() {
    TrainingRun run = tune().validateOn(clips.subset(8, 12)).steps(5).run();

    assertThat(run.validated().stream().map(TrainingStep::step)).containsExactly(2, 4, 5);
    assertThat(run.last().validation())
        .containsOnlyKeys("loss", "next", "rollout", "spread", "decoder");
    assertThat(run.data()).hasSize(64);
    assertThat(run.waiting()).isBetween(0.0, 1.0);
  }

  @Test
  void watchingChangesNothingThatIsLearned() {
    NeuralModel unwatched = NeuralModel.create(Tiny.config(), 5, Engine.torch());

    tune().validateOn(clips.subset(8, 12)).steps(4).run();
    unwatched.fineTune(clips.first(8)).batch(4).warmup(1).horizon(2).steps(4).run();

    assertThat(model.parameters().get("encoder.fc.weight"))
        .isEqualTo(unwatched.parameters().get("encoder.fc.weight"));
  }

  @Test
  void anEarlyStopKeepsTheWeightsOfTheLowestHeldOutLoss() {
    Map<Integer, Parameters> kept = new TreeMap<>();

    TrainingRun run =
        tune()
            .validateOn(clips.subset(8, 12))
            .stopEarly(2)
            .learningRate(0.2)
            .epochs(60)
            .every(1, steps(), now -> kept.put(now.step(), now.weights()))
            .run();

    TrainingStep lowest =
        run.validated().stream()
            .min(Comparator.comparing(step -> step.validation().get("loss")))
            .orElseThrow();
    assertThat(run.ending()).isEqualTo(TrainingRun.Ending.STOPPED_EARLY);
    assertThat(run.best()).isEqualTo(lowest.step());
    assertThat(run.history()).hasSize(lowest.step() + 2 * 2);
    assertThat(run.toString()).contains("stopped early", "weights of step " + lowest.step());
    assertThat(model.parameters().get("encoder.fc.weight"))
        .isEqualTo(kept.get(lowest.step()).get("encoder.fc.weight"));
  }

  @Test
  void anEarlyStopNeedsHeldOutClips() {
    assertThatThrownBy(() -> tune().stopEarly(2).run()).hasMessageContaining(".validateOn(");
  }

  @Test
  void aGlimpseShowsLatentsAndADreamOfAHeldOutClip() {
    List<long[]> shapes = new ArrayList<>();
    List<Object> dreams = new ArrayList<>();

    tune()
        .validateOn(clips.subset(8, 12))
        .steps(2)
        .listen(
            new TrainingListener() {
              @Override
              public void stepped(TrainingStep step) {}

              @Override
              public void glimpsed(Glimpse glimpse) {
                shapes.add(glimpse.latents().orElseThrow().shape());
                dreams.add(glimpse.imagination().orElseThrow());
              }
            })
        .run();

    // 4 windows of 5 latents of 6 numbers
    assertThat(shapes).hasSize(2).allSatisfy(shape -> assertThat(shape).containsExactly(20, 6));
    assertThat(dreams)
        .hasOnlyElementsOfType(Imagination.class)
        .extracting(dream -> ((Imagination) dream).truth().id())
        .containsOnly(clips.id(8));
  }

  @Test
  void aLossThatExplodesEndsTheRunAndTheModelKeepsWhatItHad() {
    Parameters before = model.parameters();

    assertThatThrownBy(() -> tune().clip(1e9).learningRate(30).steps(60).run())
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("training diverges")
        .hasMessageContaining("bouncing-ball-3-");

    assertThat(model.parameters().get("encoder.fc.weight"))
        .isEqualTo(before.get("encoder.fc.weight"));
  }

  @Test
  void theFirstBadTensorIsNamed() {
    Parameters weights = model.parameters();
    weights.get("decoder.fc2.bias").putScalar(0, Float.NaN);
    model.accept(weights);

    assertThatThrownBy(() -> tune().steps(3).run())
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("step 1: the loss term decoder is NaN")
        .hasMessageContaining("the first tensor whose gradient is not finite decoder.");
  }
}
