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

/** Parts of the models against their formulas and symmetries. */
class ModelPartsTest {

  private static INDArray run(Parameters parameters, Computation part, Map<String, INDArray> in) {
    try (Network network = Engine.torch().network(parameters)) {
      return network.run(part, in).get("y");
    }
  }

  private static INDArray random(long seed, long... shape) {
    Random random = new Random(seed);
    float[] values = new float[(int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values).reshape(shape);
  }

  @Test
  void theGraphNetworkDoesNotCareInWhichOrderObjectsStand() {
    Slots slots = Slots.of(Configs.with(SlotsConfig.nano(), "objects", 3));
    Parameters parameters = slots.initialize(1);
    parameters.get("transition.node3.weight").assign(random(2, 4, 64));
    INDArray z = random(3, 5, 12);
    INDArray turned = Nd4j.concat(1, columns(z, 2), columns(z, 0), columns(z, 1));
    Computation next = (ops, in) -> Map.of("y", slots.transition().next(ops, in.get("z"), null));

    INDArray after = run(parameters, next, Map.of("z", z));
    INDArray afterTurned = run(parameters, next, Map.of("z", turned));

    INDArray expected = Nd4j.concat(1, columns(after, 2), columns(after, 0), columns(after, 1));
    assertThat(afterTurned.sub(expected).amaxNumber().doubleValue()).isLessThan(1e-4);
    assertThat(after.sub(z).amaxNumber().doubleValue()).isGreaterThan(0.1);
  }

  private static INDArray columns(INDArray z, int object) {
    return z.getColumns(4 * object, 4 * object + 1, 4 * object + 2, 4 * object + 3);
  }

  @Test
  void theDivergenceOfGaussiansIsTheTextbooks() {
    INDArray all = random(5, 4, 1, 3);
    double[] m = all.slice(0).dup().data().asDouble();
    double[] n = all.slice(1).dup().data().asDouble();
    INDArray p = Nd4j.math().exp(all.slice(2));
    INDArray q = Nd4j.math().exp(all.slice(3));
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double s = p.getDouble(0, i);
      double t = q.getDouble(0, i);
      expected += Math.log(t / s) + (s * s + (m[i] - n[i]) * (m[i] - n[i])) / (2 * t * t) - 0.5;
    }

    INDArray divergence =
        run(
            Parameters.of(List.of()),
            (ops, in) ->
                Map.of(
                    "y",
                    new RecurrentDynamics.Gaussian(in.get("m"), in.get("p"))
                        .divergence(ops, new RecurrentDynamics.Gaussian(in.get("n"), in.get("q")))),
            Map.of("m", all.slice(0).dup(), "n", all.slice(1).dup(), "p", p, "q", q));

    assertThat(divergence.getDouble(0)).isCloseTo(expected, within(1e-4 * expected));
  }

  @Test
  void aConditionedBlockLetsItsTokensPassBeforeItIsTrained() {
    TransformerBlock block = new TransformerBlock("b", 8, 2, 4, 16, 0, true, true);
    Initializer initializer = new Initializer(1);
    block.declare(initializer);
    INDArray tokens = random(1, 2, 3, 8);

    INDArray after =
        run(
            initializer.parameters(),
            (ops, in) -> Map.of("y", block.apply(ops, in.get("x"), in.get("c"))),
            Map.of("x", tokens, "c", random(2, 2, 3, 8)));

    assertThat(after).isEqualTo(tokens);
  }

  @Test
  void aColourModelPaintsInColourAndRefusesGreyClips() {
    NeuralModel model =
        NeuralModel.create(RecurrentConfig.nano().withColours(3), 1, Engine.torch());
    Clip.Builder film = Clip.builder("film", 3, 64, 64);
    for (int t = 0; t < 6; t++) {
      byte[] frame = new byte[3 * 64 * 64];
      new Random(t).nextBytes(frame);
      film.frame(frame);
    }
    Clip clip = film.build();

    Imagination dream = model.imagine(clip).given(3).frames(2);

    assertThat(dream.imagined().channels()).isEqualTo(3);
    assertThat(model.decode(dream.imaginedLatents()).shape()).containsExactly(2, 3, 64, 64);
    assertThatThrownBy(() -> model.encode(clip.grey()))
        .hasMessageContaining("watches RGB clips of 64x64")
        .hasMessageContaining("with 1 channel(s)");
  }
}
