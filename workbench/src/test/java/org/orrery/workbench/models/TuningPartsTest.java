package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.physics.Physics;
import org.orrery.workbench.training.FineTune;
import org.orrery.workbench.training.LowRank;
import org.orrery.workbench.training.TrainingRun;

/** Frozen parts, adapters and rates of parts, on the smallest world model. */
class TuningPartsTest {
  private final ClipSet clips = Tiny.clips(8);

  private static NeuralModel fresh(String engine) {
    return NeuralModel.create(Tiny.config(), 5, Engine.named(engine));
  }

  private FineTune tune(NeuralModel model) {
    return model.fineTune(clips).batch(4).warmup(1).horizon(2).steps(3).learningRate(1e-2);
  }

  private static boolean isKept(String name, Parameters before, Parameters after) {
    return before.get(name).equalsWithEps(after.get(name), 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aFrozenPartKeepsEveryByteAndTheOthersLearn(String engine) {
    NeuralModel model = fresh(engine);
    Parameters before = model.parameters();
    INDArray latents = model.encode(clips);

    tune(model).freeze("encoder", "predictor.block0").run();

    for (Parameter parameter : before.all()) {
      String name = parameter.name();
      boolean frozen = name.startsWith("encoder.") || name.startsWith("predictor.block0.");
      boolean learns = name.endsWith(".weight") || name.endsWith("position");
      if (frozen) {
        assertThat(isKept(name, before, model.parameters())).as(name).isTrue();
      } else if (learns) {
        assertThat(isKept(name, before, model.parameters())).as(name).isFalse();
      }
    }
    assertThat(model.encode(clips)).isEqualTo(latents);
  }

  @Test
  void aTunedModelTrainsWhollyTheNextTime() {
    NeuralModel model = fresh("torch");
    tune(model).freeze("encoder").run();
    Parameters before = model.parameters();

    tune(model).run();

    assertThat(isKept("encoder.fc.weight", before, model.parameters())).isFalse();
    assertThat(isKept("encoder.norm.running_mean", before, model.parameters())).isFalse();
  }

  @Test
  void partsThatAreNotThereAreRefusedWithThoseThatAre() {
    NeuralModel model = fresh("torch");

    assertThatThrownBy(() -> tune(model).freeze("encodre").run())
        .hasMessageContaining("encodre")
        .hasMessageContaining("decoder, decoder.fc1")
        .hasMessageContaining("predictor.block0");
    assertThatThrownBy(() -> tune(model).learningRate("head", 1e-3).run())
        .hasMessageContaining(".learningRate(...)");
    assertThatThrownBy(() -> tune(model).adapt(LowRank.of(1).on("head")).run())
        .hasMessageContaining(".adapt(...)");
    assertThatThrownBy(() -> tune(model).freeze("encoder", "predictor", "decoder").run())
        .hasMessageContaining("leave one part to train");
    assertThatThrownBy(() -> tune(model).adapt(LowRank.of(100)).run())
        .hasMessageContaining("rank 100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void adaptersChangeMatricesByTheirRankAndNothingElseOfTheirPart(String engine) {
    NeuralModel model = fresh(engine);
    Parameters before = model.parameters();

    TrainingRun run = tune(model).adapt(LowRank.of(2).alpha(4).on("predictor")).run();

    assertThat(run.what()).contains("adapters of rank 2 on 6 matrices");
    for (String name : new String[] {"qkv", "out", "mlp1", "mlp2"}) {
      String matrix = "predictor.block0." + name + ".weight";
      INDArray change = model.parameters().get(matrix).sub(before.get(matrix));
      assertThat(change.amaxNumber().doubleValue()).isGreaterThan(1e-5);
      // A matrix of rank 2 has two singular values, so an effective rank of 2 at most.
      assertThat(Physics.effectiveRank(change)).isLessThan(2.01);
    }
    for (String name : new String[] {"block0.qkv.bias", "position", "norm.weight"}) {
      assertThat(isKept("predictor." + name, before, model.parameters())).as(name).isTrue();
    }
    assertThat(isKept("encoder.fc.weight", before, model.parameters())).isFalse();
  }

  @Test
  void aPartsOwnRateMovesItAsFarAsThatRateSays() {
    AdamW plain = new AdamW(0.9, 0.999, 1e-12, 0, Double.POSITIVE_INFINITY);
    NeuralModel alike = fresh("torch");
    NeuralModel slow = fresh("torch");
    Parameters before = alike.parameters();

    tune(alike).optimizer(plain).steps(1).run();
    tune(slow).optimizer(plain).steps(1).learningRate("encoder", 1e-3).run();

    String matrix = "encoder.conv0.weight";
    double far = alike.parameters().get(matrix).sub(before.get(matrix)).norm2Number().doubleValue();
    double near = slow.parameters().get(matrix).sub(before.get(matrix)).norm2Number().doubleValue();
    assertThat(near).isCloseTo(far / 10, within(1e-4 * far));
    assertThat(isKept("decoder.fc1.weight", alike.parameters(), slow.parameters())).isTrue();
  }

  @Test
  void anAverageLagsBehindTheWeights() {
    NeuralModel last = fresh("torch");
    NeuralModel averaged = fresh("torch");
    String matrix = "decoder.fc1.weight";
    INDArray start = last.parameters().get(matrix);

    tune(last).steps(1).run();
    tune(averaged).steps(1).average(0.9).run();

    INDArray whole = last.parameters().get(matrix).sub(start);
    INDArray tenth = averaged.parameters().get(matrix).sub(start);
    assertThat(tenth.sub(whole.mul(0.1)).amaxNumber().doubleValue()).isLessThan(1e-6);
  }

  @Test
  void partsOfABatchAreRefusedWhenTheyCannotBeEqual() {
    assertThatThrownBy(() -> tune(fresh("torch")).accumulate(3).run())
        .hasMessageContaining("4 windows")
        .hasMessageContaining("3 equal parts");
    assertThat(tune(fresh("torch")).accumulate(2).run().history()).hasSize(3);
  }
}
