package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.training.TrainingRun;

/** Every kind, frames to pixels, through libtorch and through SameDiff. */
class EveryKindOnBothEnginesTest {
  /** See {@link JepaOnBothEnginesTest}: rounding errors must not become full steps. */
  private static final AdamW CALM = new AdamW(0.9, 0.999, 1e-4, 1e-3, 1);

  /**
   * Biases before a normalisation (lewm's {@code encoder.fc.bias}) still move by rounding errors, a
   * tenth of a step at 1e-3, and its gradient is steep.
   */
  private static final double RATE = 3e-4;

  @ParameterizedTest
  @EnumSource
  void bothEnginesTrainTheSameModel(Kind kind) {
    ClipSet clips = Kind.clips(4);
    NeuralModel torch = kind.create(Engine.torch());
    NeuralModel nd4j = kind.create(Engine.nd4j());

    TrainingRun expected =
        Kind.tune(torch, clips).optimizer(CALM).learningRate(RATE).steps(3).run();
    TrainingRun actual = Kind.tune(nd4j, clips).optimizer(CALM).learningRate(RATE).steps(3).run();

    for (int step = 0; step < expected.history().size(); step++) {
      Map<String, Double> losses = actual.history().get(step).losses();
      int number = step + 1;
      expected
          .history()
          .get(step)
          .losses()
          .forEach(
              (name, value) ->
                  assertThat(losses.get(name))
                      .as("%s of step %d", name, number)
                      .isCloseTo(value, within(3e-4 * Math.max(1, Math.abs(value)))));
    }
    assertThat(expected.last().loss()).isNotEqualTo(expected.history().get(0).loss());
    Imagination there = torch.imagine(clips.get(0)).given(4).frames(3);
    Imagination here = nd4j.imagine(clips.get(0)).given(4).frames(3);
    assertThat(difference(there.trueLatents(), here.trueLatents())).isLessThan(0.01);
    assertThat(difference(there.imaginedLatents(), here.imaginedLatents())).isLessThan(0.01);
    assertThat(difference(torch.decode(there.trueLatents()), nd4j.decode(there.trueLatents())))
        .isLessThan(0.01);
  }

  private static double difference(INDArray a, INDArray b) {
    return a.sub(b).norm2Number().doubleValue() / a.norm2Number().doubleValue();
  }
}
