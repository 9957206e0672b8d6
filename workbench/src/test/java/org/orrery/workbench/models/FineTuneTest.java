package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.training.DivergenceException;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.training.TrainingListener;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.training.TrainingStep;
import org.orrery.workbench.worlds.Worlds;

/** The training loop, on the smallest world model. */
class FineTuneTest {
  private final ClipSet clips = Tiny.clips(8);
  private final NeuralModel model = fresh();

  private static NeuralModel fresh() {
    return NeuralModel.create(Tiny.config(), 5, Engine.torch());
  }

  private FineTune tune(NeuralModel chosen) {
    return chosen.fineTune(clips).batch(4).warmup(1).horizon(2);
  }

  /** Hears everything. */
  private static final class Log implements TrainingListener {
    final List<String> heard = new ArrayList<>();

    @Override
    public void started(String what, int steps) {
      heard.add("started " + steps);
    }

    @Override
    public void stepped(TrainingStep step) {
      heard.add("step " + step.step());
    }

    @Override
    public void finished(TrainingRun run) {
      heard.add("finished " + run.history().size());
    }

    @Override
    public void failed(Throwable reason) {
      heard.add("failed " + reason.getClass().getSimpleName());
    }
  }

  private static boolean sameBytes(Parameters a, Parameters b) {
    return a.all().stream().allMatch(p -> p.value().equalsWithEps(b.get(p.name()), 0));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOthers() {
    NeuralModel again = fresh();
    NeuralModel other = fresh();

    tune(model).seed(3).steps(5).run();
    tune(again).seed(3).steps(5).run();
    tune(other).seed(4).steps(5).run();

    assertThat(sameBytes(model.parameters(), again.parameters())).isTrue();
    assertThat(sameBytes(model.parameters(), other.parameters())).isFalse();
    assertThat(sameBytes(model.parameters(), fresh().parameters())).isFalse();
  }

  @Test
  void theLossFalls() {
    TrainingRun run = tune(model).learningRate(3e-3).epochs(15).run();

    assertThat(run.history()).hasSize(30);
    assertThat(run.tail("loss")).isLessThan(0.7 * run.history().get(0).loss());
    assertThat(run.interrupted()).isFalse();
  }

  @Test
  void listenersHearEveryStepAndTheCardRemembersTheRun() {
    Log log = new Log();

    TrainingRun run = tune(model).steps(3).listen(log).run();

    assertThat(log.heard).containsExactly("started 3", "step 1", "step 2", "step 3", "finished 3");
    assertThat(model.card().history()).containsExactly(run.toString());
    assertThat(run.last().losses())
        .containsKeys("loss", "next", "rollout", "spread", "decoder", "gradient");
    assertThat(run.toString()).contains("8 clips", "3 steps");
  }

  @Test
  void aRateFarTooHighIsReportedWithStepAndClipsAndKeepsFiniteWeights() {
    Log log = new Log();

    assertThatThrownBy(() -> tune(model).learningRate(1e30).steps(20).listen(log).run())
        .isInstanceOf(DivergenceException.class)
        .hasMessageMatching("step \\d+: .*")
        .hasMessageContaining("learningRate")
        .satisfies(
            e ->
                assertThat(
                        IntStream.range(0, clips.size())
                            .filter(i -> e.getMessage().contains(clips.id(i))))
                    .hasSize(4));

    assertThat(log.heard).last().isEqualTo("failed DivergenceException");
    for (Parameter parameter : model.parameters().all()) {
      assertThat(Double.isFinite(parameter.value().sumNumber().doubleValue()))
          .as(parameter.name())
          .isTrue();
    }
    assertThat(model.card().history()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aModelThatDivergesAtOnceKeepsEveryWeightItHad(String engine) {
    NeuralModel poisoned = NeuralModel.create(Tiny.config(), 5, Engine.named(engine));
    Parameters weights = poisoned.parameters();
    weights.get("encoder.conv0.weight").putScalar(0, Float.NaN);
    poisoned.accept(weights);

    assertThatThrownBy(() -> tune(poisoned).steps(3).run())
        .isInstanceOf(DivergenceException.class)
        .hasMessageContaining("step 1");

    assertThat(poisoned.parameters().get("encoder.norm.running_mean").sumNumber().doubleValue())
        .isZero();
    assertThat(poisoned.parameters().get("encoder.norm.running_var").meanNumber().doubleValue())
        .isEqualTo(1);
  }

  @Test
  void anInterruptStopsAfterTheStepAndKeepsWhatWasLearned() {
    NeuralModel whole = fresh();
    INDArray before = model.parameters().get("encoder.fc.weight").dup();
    List<TrainingStep> steps = new ArrayList<>();

    TrainingRun run =
        tune(model)
            .steps(50)
            .listen(
                step -> {
                  steps.add(step);
                  if (step.step() == 2) {
                    Thread.currentThread().interrupt();
                  }
                })
            .run();

    assertThat(run.interrupted()).isTrue();
    assertThat(run.history()).hasSize(2).isEqualTo(steps);
    assertThat(run.toString()).contains("(interrupted)");
    assertThat(Thread.interrupted()).isFalse();
    assertThat(model.parameters().get("encoder.fc.weight")).isNotEqualTo(before);
    assertThat(whole.parameters().get("encoder.fc.weight")).isEqualTo(before);
  }

  @Test
  void aClipShorterThanAWindowIsRefusedBeforeAnythingRuns() {
    Log log = new Log();
    ClipSet mixed =
        Clips.of(List.of(clips.get(0), Worlds.bouncingBall().size(16).frames(5).generate(99, 0)));

    assertThatThrownBy(() -> model.fineTune(mixed).horizon(2).listen(log).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("clip bouncing-ball-99-0 has 5 frames; 6 are needed")
        .hasMessageContaining(".horizon(2)");

    assertThat(log.heard).isEmpty();
  }

  @Test
  void aWindowNoLongerThanTheHistoryIsRefused() {
    NeuralModel farsighted = NeuralModel.create(Tiny.config(6), 5, Engine.torch());

    assertThatThrownBy(() -> tune(farsighted).steps(1).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("looks back on 6 latents")
        .hasMessageContaining(".horizon(4)");

    assertThat(tune(farsighted).horizon(4).steps(1).run().history()).hasSize(1);
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    FineTune tune = model.fineTune(clips);

    assertThatThrownBy(() -> tune.epochs(0)).hasMessageContaining("epochs 0");
    assertThatThrownBy(() -> tune.steps(-1)).hasMessageContaining("steps -1");
    assertThatThrownBy(() -> tune.batch(0)).hasMessageContaining("batch 0");
    assertThatThrownBy(() -> tune.horizon(0)).hasMessageContaining("horizon 0");
    assertThatThrownBy(() -> tune.learningRate(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> tune.learningRate(0)).hasMessageContaining("above 0");
  }

  @Test
  void theRateFollowsItsSchedule() {
    TrainingRun run = model.fineTune(clips).warmup(2).learningRate(1e-3).steps(4).run();

    assertThat(run.history().get(0).learningRate()).isCloseTo(5e-4, within(1e-12));
    assertThat(run.history().get(1).learningRate()).isCloseTo(1e-3, within(1e-12));
    assertThat(run.last().learningRate()).isLessThan(1e-3);
  }
}
