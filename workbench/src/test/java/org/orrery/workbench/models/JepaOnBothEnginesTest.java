package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.training.Objective;
import org.orrery.workbench.training.Regulariser;
import org.orrery.workbench.training.TrainingRun;

/** The whole world model, convolutions to rollout, through libtorch and through SameDiff. */
class JepaOnBothEnginesTest {

  /**
   * A bias before batch normalisation has a gradient of rounding errors alone, which Adam with its
   * usual epsilon would blow up to full steps.
   */
  private static final AdamW CALM = new AdamW(0.9, 0.999, 1e-4, 1e-3, 1);

  private static TrainingRun train(NeuralModel model, ClipSet clips, Regulariser regulariser) {
    return model
        .fineTune(clips)
        .objective(Objective.standard().withHorizon(2).withRegulariser(regulariser, 0.05))
        .optimizer(CALM)
        .batch(4)
        .warmup(1)
        .steps(4)
        .run();
  }

  @ParameterizedTest
  @EnumSource(Regulariser.class)
  void bothEnginesTrainTheSameModel(Regulariser regulariser) {
    ClipSet clips = Tiny.clips(4);
    NeuralModel torch = NeuralModel.create(Tiny.config(), 5, Engine.torch());
    NeuralModel nd4j = NeuralModel.create(Tiny.config(), 5, Engine.nd4j());

    TrainingRun expected = train(torch, clips, regulariser);
    TrainingRun actual = train(nd4j, clips, regulariser);

    for (int step = 0; step < expected.history().size(); step++) {
      Map<String, Double> losses = expected.history().get(step).losses();
      for (String name : List.of("loss", "next", "rollout", "spread", "decoder")) {
        assertThat(actual.history().get(step).losses().get(name))
            .as("%s of step %d", name, step + 1)
            .isCloseTo(losses.get(name), within(1e-4 * Math.max(1, losses.get(name))));
      }
    }
    assertThat(expected.last().loss()).isNotEqualTo(expected.history().get(0).loss());
    INDArray there = torch.rollout(torch.encode(clips), 3);
    INDArray here = nd4j.rollout(nd4j.encode(clips), 3);
    assertThat(here.sub(there).norm2Number().doubleValue())
        .isLessThan(0.01 * there.norm2Number().doubleValue());
  }
}
