package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.orrery.workbench.engine.Close.assertClose;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What every engine keeps. */
class EngineContractTest {
  private static final AdamW ADAM = AdamW.standard();

  private static Parameters normalised() {
    return Parameters.of(
        List.of(
            Parameter.weight("w", new Draw(1).normal(4, 3)),
            Parameter.buffer("bn.running_mean", Nd4j.zeros(4)),
            Parameter.buffer("bn.running_var", Nd4j.ones(4))));
  }

  private static Map<String, Tensor> normalise(Ops ops, Map<String, Tensor> in) {
    Tensor h = ops.linear(in.get("x"), ops.parameter("w"), null);
    return Map.of("loss", ops.mean(ops.exp(ops.batchNorm(h, null, null, "bn"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void batchNormFollowsTheBatchWithMomentumATenth(String engine) {
    INDArray x = new Draw(2).normal(6, 3);
    Parameters before = normalised();
    try (Network network = Engine.named(engine).network(before)) {

      network.train(EngineContractTest::normalise, ADAM).step(Map.of("x", x), 1e-3);

      INDArray h = x.mmul(before.get("w").transpose());
      Parameters after = network.parameters();
      assertClose(after.get("bn.running_mean"), h.mean(0).mul(0.1), 1e-5);
      assertClose(after.get("bn.running_var"), h.var(true, 0).mul(0.1).add(0.9), 1e-5);
    }
  }

  /** Inputs that ND4J keeps otherwise than row by row from the first number on. */
  private static Map<String, INDArray> otherwise() {
    INDArray large = new Draw(5).normal(9, 8);
    return Map.of(
        "a transpose", new Draw(3).normal(3, 6).transpose(),
        "columns first", new Draw(4).normal(6, 3).dup('f'),
        "a corner", large.get(NDArrayIndex.interval(2, 8), NDArrayIndex.interval(4, 7)),
        "every second row", large.get(NDArrayIndex.interval(1, 2, 8), NDArrayIndex.interval(0, 3)),
        "doubles", new Draw(6).normal(6, 3).castTo(DataType.DOUBLE),
        "reshaped rows", large.get(NDArrayIndex.interval(1, 4)).reshape(8, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void anInputIsReadAsItsCopyIs(String engine) {
    Computation doubled = (ops, in) -> Map.of("y", ops.mul(in.get("x"), 2));
    try (Network network = Engine.named(engine).network(normalised())) {
      otherwise()
          .forEach(
              (name, x) ->
                  assertThat(network.run(doubled, Map.of("x", x)).get("y"))
                      .as(name)
                      .isEqualTo(x.castTo(DataType.FLOAT).dup('c').mul(2)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void theSameQuestionGetsTheSameBytesAgain(String engine) {
    Computation answer =
        (ops, in) -> Map.of("y", ops.linear(in.get("x"), ops.parameter("w"), null));
    try (Network network = Engine.named(engine).network(normalised())) {
      for (int rows : new int[] {1, 4, 32, 33, 200}) {
        INDArray x = new Draw(rows).normal(rows, 3);
        INDArray first = network.run(answer, Map.of("x", x)).get("y");

        assertThat(network.run(answer, Map.of("x", x)).get("y")).isEqualTo(first);
        assertClose(first, x.mmul(normalised().get("w").transpose()), 1e-5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aRunChangesNoParameter(String engine) {
    try (Network network = Engine.named(engine).network(normalised())) {

      network.run(EngineContractTest::normalise, Map.of("x", new Draw(2).normal(6, 3)));

      for (Parameter parameter : normalised().all()) {
        assertThat(network.parameters().get(parameter.name())).isEqualTo(parameter.value());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aBatchThatIsNotFiniteLeavesEveryParameterAsItWas(String engine) {
    INDArray x = new Draw(2).normal(6, 3);
    x.putScalar(0, 0, Float.NaN);
    try (Network network = Engine.named(engine).network(normalised())) {

      Map<String, Double> losses =
          network.train(EngineContractTest::normalise, ADAM).step(Map.of("x", x), 1e-3);

      assertThat(losses.get("loss")).isNaN();
      for (Parameter parameter : normalised().all()) {
        assertThat(network.parameters().get(parameter.name())).isEqualTo(parameter.value());
      }
    }
  }

  private static Map<String, Tensor> dropping(Ops ops, Map<String, Tensor> in) {
    Tensor dropped = ops.dropout(ops.mul(in.get("x"), ops.parameter("w")), 0.25);
    return Map.of("loss", ops.mean(dropped), "square", ops.mean(ops.square(dropped)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void dropoutDropsItsShareWhenTrainingAndNothingInARun(String engine) {
    Parameters one = Parameters.of(List.of(Parameter.weight("w", Nd4j.ones(1, 1))));
    Map<String, INDArray> x = Map.of("x", Nd4j.ones(100, 100));
    try (Network network = Engine.named(engine).network(one)) {
      assertThat(network.run(EngineContractTest::dropping, x).get("square").getDouble(0))
          .isEqualTo(1);

      Map<String, Double> losses = network.train(EngineContractTest::dropping, ADAM).step(x, 1e-3);

      assertThat(losses.get("loss")).isNotEqualTo(1).isCloseTo(1, within(0.03));
      assertThat(losses.get("square")).isCloseTo(1 / 0.75, within(0.05));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void dropoutDrawsAnewEachStepAndAlikeInEachTraining(String engine) {
    Map<String, INDArray> x = Map.of("x", Nd4j.ones(20, 20));
    double[][] losses = new double[2][3];
    for (double[] run : losses) {
      Parameters one = Parameters.of(List.of(Parameter.weight("w", Nd4j.ones(1, 1))));
      try (Network network = Engine.named(engine).network(one)) {
        Training training = network.train(EngineContractTest::dropping, ADAM);
        for (int i = 0; i < run.length; i++) {
          run[i] = training.step(x, 1e-9).get("loss");
        }
      }
    }

    assertThat(losses[0]).isEqualTo(losses[1]);
    assertThat(losses[0][0]).isNotEqualTo(losses[0][1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void anUnknownParameterIsRefusedWithThoseThereAre(String engine) {
    try (Network network = Engine.named(engine).network(normalised())) {
      assertThatThrownBy(() -> network.run((ops, in) -> Map.of("y", ops.parameter("v")), Map.of()))
          .hasMessageContaining("no parameter is named v")
          .hasMessageContaining("bn.running_mean");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void adamWDescendsAQuadraticAsTheAlgorithmSays(String engine) {
    double[] start = {1.5, -2, 0.3, 4};
    double[] target = {0.5, 1, -1, 2};
    AdamW adam = new AdamW(0.9, 0.99, 1e-8, 0.05, 2.5);
    Parameters parameters =
        Parameters.of(
            List.of(
                Parameter.weight(
                    "matrix", Nd4j.createFromArray(new float[] {1.5f, -2}).reshape(1, 2)),
                Parameter.weight("vector", Nd4j.createFromArray(new float[] {0.3f, 4}))));
    Computation objective =
        (ops, in) -> {
          Tensor matrix =
              ops.sub(ops.parameter("matrix"), ops.constant(new float[] {0.5f, 1}, 1, 2));
          Tensor vector = ops.sub(ops.parameter("vector"), ops.constant(new float[] {-1, 2}, 2));
          return Map.of("loss", ops.add(ops.sum(ops.square(matrix)), ops.sum(ops.square(vector))));
        };
    PlainAdamW plain = new PlainAdamW(start, target, adam, 2);
    try (Network network = Engine.named(engine).network(parameters)) {
      Training training = network.train(objective, adam);
      for (int step = 1; step <= 40; step++) {
        double rate = 0.1 / step;

        double norm = training.step(Map.of(), rate).get("gradient");

        assertThat(norm).isCloseTo(plain.step(rate), within(1e-5));
      }
      INDArray all =
          Nd4j.concat(
              0, network.parameters().get("matrix").reshape(2), network.parameters().get("vector"));
      assertClose(all, Nd4j.createFromArray(plain.values()), 1e-6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void threeHundredStepsKeepNoMemory(String engine) {
    INDArray x = new Draw(2).normal(128, 256);
    Parameters parameters =
        Parameters.of(List.of(Parameter.weight("w", new Draw(1).normal(0.1, 1, 256))));
    Computation objective =
        (ops, in) -> {
          Tensor h = in.get("x");
          for (int layer = 0; layer < 4; layer++) {
            h = ops.tanh(ops.mul(h, ops.parameter("w")));
          }
          return Map.of("loss", ops.mean(ops.square(h)));
        };
    try (Network network = Engine.named(engine).network(parameters)) {
      Training training = network.train(objective, ADAM);
      for (int step = 0; step < 50; step++) {
        training.step(Map.of("x", x), 1e-3);
      }
      long before = ResidentMemory.megabytes();
      for (int step = 0; step < 300; step++) {
        training.step(Map.of("x", x), 1e-3);
      }

      // A step makes over 2 MB of tensors; keeping them would take more than 600 MB.
      assertThat(ResidentMemory.megabytes() - before).isLessThan(300);
    }
  }

  @Test
  void differentiationPrintsNothing() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (Network network = Engine.nd4j().network(normalised())) {
      network
          .train(EngineContractTest::normalise, ADAM)
          .step(Map.of("x", new Draw(2).normal(6, 3)), 1e-3);
    } finally {
      System.setOut(out);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void anUnknownEngineIsRefusedWithThosePresent() {
    assertThatThrownBy(() -> Engine.named("abacus"))
        .hasMessageContaining("abacus")
        .hasMessageContaining("torch")
        .hasMessageContaining("nd4j");
  }

  @Test
  void twoParametersOfOneNameAreRefused() {
    Parameter a = Parameter.weight("a", Nd4j.ones(1));
    assertThatThrownBy(() -> Parameters.of(List.of(a, a))).hasMessageContaining("named a");
  }
}
