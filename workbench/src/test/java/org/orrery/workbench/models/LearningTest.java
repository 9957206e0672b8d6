package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.training.TrainingRun;
import org.orrery.workbench.worlds.BouncingBall;
import org.orrery.workbench.worlds.Worlds;

/** Seconds of training on a ball in uniform motion beat the baseline that says nothing changes. */
class LearningTest {
  private static final int GIVEN = 4;
  private static final int STEPS = 3;

  private final BouncingBall world =
      Worlds.bouncingBall().gravity(0).restitution(1).radius(1).size(16).frames(10);
  private final ClipSet clips = Clips.of(world, 200).seed(1);
  private final ClipSet held = Clips.of(world, 64).seed(2);

  @ParameterizedTest
  @CsvSource({"JEPA, 0.8", "LEWM, 0.8", "SLOTS_TOLD, 0.3"})
  void imaginedLatentsAreNearerToTheTruthThanTheLastGivenOne(Kind kind, double share) {
    NeuralModel model = kind.create(Engine.torch());

    TrainingRun run = train(model);

    assertThat(run.tail("loss")).isLessThan(0.5 * run.history().get(0).loss());
    INDArray latents = model.encode(held);
    INDArray given = frames(latents, 1, GIVEN);
    INDArray truth = frames(latents, GIVEN, GIVEN + STEPS);
    double error = squared(rollout(model, given), truth);
    double ofCopy = squared(rollout(WorldModel.copyLast(model), given), truth);
    assertThat(error).isLessThan(share * ofCopy);
  }

  private INDArray rollout(WorldModel model, INDArray given) {
    return model.conditions().isEmpty()
        ? model.rollout(given, STEPS)
        : model.rollout(
            given, STEPS, new Conditions(model.conditions()).of(held.toList(), 1, GIVEN + STEPS));
  }

  private TrainingRun train(NeuralModel model) {
    return model
        .fineTune(clips)
        .steps(250)
        .batch(16)
        .warmup(10)
        .learningRate(1e-2)
        .horizon(4)
        .run();
  }

  private static INDArray frames(INDArray latents, int from, int to) {
    return latents
        .get(NDArrayIndex.all(), NDArrayIndex.interval(from, to), NDArrayIndex.all())
        .dup('c');
  }

  private static double squared(INDArray a, INDArray b) {
    return Nd4j.toFlattened(a).squaredDistance(Nd4j.toFlattened(b));
  }
}
