package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;

/** What LeWM's network does and does not see. */
class LewmTest {
  private static final LewmConfig CONFIG = (LewmConfig) Kind.LEWM.config;

  private static INDArray random(long seed, int... shape) {
    Random random = new Random(seed);
    INDArray values = Nd4j.create(shape);
    for (long i = 0; i < values.length(); i++) {
      values.putScalar(i, random.nextGaussian());
    }
    return values;
  }

  private static INDArray run(Parameters parameters, Computation part, Map<String, INDArray> in) {
    try (Network network = Engine.torch().network(parameters)) {
      return network.run(part, in).get("y");
    }
  }

  @Test
  void aLatentIsThatOfItsFrameAlone() {
    NeuralModel model = Kind.LEWM.create(Engine.torch());
    Clip clip = Kind.clips(1).get(0);

    INDArray whole = model.encode(clip);

    for (int t : new int[] {0, 4, 11}) {
      INDArray alone = model.encode(clip.slice(t, t + 1)).getRow(0);
      assertThat(alone.distance2(whole.getRow(t))).isLessThan(1e-5);
    }
  }

  @Test
  void aGreyClipIsSeenAsItsRgb() {
    NeuralModel grey = Kind.LEWM.create(Engine.torch());
    NeuralModel colour = NeuralModel.create(CONFIG.withColours(3), 1, Engine.torch());
    colour.accept(grey.parameters());
    Clip clip = Kind.clips(1).get(0);
    Clip.Builder rgb = Clip.builder("rgb", 3, 16, 16);
    for (int t = 0; t < clip.frames(); t++) {
      byte[] frame = new byte[3 * 256];
      for (int colours = 0; colours < 3; colours++) {
        System.arraycopy(clip.frame(t), 0, frame, colours * 256, 256);
      }
      rgb.frame(frame);
    }

    assertThat(colour.encode(rgb.build()).distance2(grey.encode(clip))).isLessThan(1e-5);
  }

  @Test
  void aToldBlockLetsItsTokensPassBeforeItIsTrainedAndAPlainOneIsOneOfOpenGates() {
    LewmBlock told = new LewmBlock("b", CONFIG, true);
    LewmBlock plain = new LewmBlock("b", CONFIG, false);
    Initializer initializer = new Initializer(1);
    told.declare(initializer);
    Parameters parameters = initializer.parameters();
    INDArray tokens = random(1, 2, 3, CONFIG.latent());
    Map<String, INDArray> in = Map.of("x", tokens, "c", random(2, 2, 3, CONFIG.latent()));
    Computation steered = (ops, i) -> Map.of("y", told.apply(ops, i.get("x"), i.get("c")));
    Computation straight = (ops, i) -> Map.of("y", plain.apply(ops, i.get("x"), null));

    assertThat(run(parameters, steered, in)).isEqualTo(tokens);
    INDArray bias = parameters.get("b.modulation.bias").reshape(6, CONFIG.latent());
    bias.getRow(2).assign(1);
    bias.getRow(5).assign(1);
    INDArray open = run(parameters, steered, in);
    assertThat(open.distance2(tokens)).isGreaterThan(0.1);
    assertThat(open.distance2(run(parameters, straight, in))).isLessThan(1e-5);
  }

  @Test
  void layerNormalisationHasTheEpsilonItIsGiven() {
    INDArray x = random(3, 5, 8).muli(1e-3);
    for (double epsilon : new double[] {1e-5, 1e-6, 1e-12}) {
      INDArray y =
          run(
              Parameters.of(List.of()),
              (ops, in) -> Map.of("y", Layers.norm(ops, in.get("x"), epsilon)),
              Map.of("x", x));

      double[] row = x.getRow(2).dup().data().asDouble();
      double mean = java.util.Arrays.stream(row).average().orElseThrow();
      double variance =
          java.util.Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      assertThat(y.getDouble(2, 0))
          .isCloseTo((row[0] - mean) / Math.sqrt(variance + epsilon), within(1e-5));
    }
  }

  @Test
  void theFirstWeightsAreDrawnAsThePublishedOnes() {
    Parameters fresh = Lewm.of(LewmConfig.nano()).initialize(1);

    assertThat(deviation(fresh, "encoder.block0.qkv.weight")).isCloseTo(0.02, within(0.001));
    assertThat(deviation(fresh, "encoder.patch.weight")).isCloseTo(0.02, within(0.001));
    assertThat(fresh.get("encoder.block0.qkv.bias").amaxNumber().doubleValue()).isZero();
    assertThat(fresh.get("encoder.blocks.norm.weight").minNumber().doubleValue()).isOne();
    assertThat(deviation(fresh, "predictor.position")).isCloseTo(1, within(0.2));
  }

  private static double deviation(Parameters parameters, String name) {
    return parameters.get(name).stdNumber().doubleValue();
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> Configs.with(LewmConfig.base(), "size", 225))
        .hasMessageContaining("frames of 225 px cannot be cut into patches of 14");
    assertThatThrownBy(() -> Configs.with(LewmConfig.base(), "canvas", 60))
        .hasMessageContaining("a canvas of 60 px: expected a divisor of the frames' 224 px");
    assertThatThrownBy(() -> LewmConfig.nano().withLatent(0)).hasMessageContaining("latent");
    assertThatThrownBy(() -> Configs.with(LewmConfig.nano(), "dropout", 1.0))
        .hasMessageContaining("dropout 1.0: expected 0 to below 1");
    NeuralModel model = Kind.LEWM.create(Engine.torch());
    assertThatThrownBy(() -> model.fineTune(Kind.clips(4)).objective(shortest()).run())
        .hasMessageContaining("looks back on 3 latents")
        .hasMessageContaining(".horizon(2)");
  }

  private static org.orrery.workbench.training.Objective shortest() {
    return CONFIG.objective().withGiven(2);
  }
}
