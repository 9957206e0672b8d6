package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.orrery.workbench.engine.Close.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What a training remembers, averages and computes in parts, on every engine. */
class TrainingStateTest {
  private static final AdamW ADAM = new AdamW(0.9, 0.99, 1e-6, 0.02, 0.7);
  private static final int ROWS = 12;

  private static Parameters weights() {
    Draw draw = new Draw(4);
    return Parameters.of(
        List.of(
            Parameter.weight("a.weight", draw.normal(0.4, 5, 3)),
            Parameter.weight("a.bias", draw.normal(0.1, 5)),
            Parameter.weight("b.weight", draw.normal(0.4, 2, 5)),
            Parameter.weight("unused.weight", draw.normal(2, 2))));
  }

  private static Map<String, Tensor> objective(Ops ops, Map<String, Tensor> in) {
    Tensor h =
        ops.tanh(ops.linear(in.get("x"), ops.parameter("a.weight"), ops.parameter("a.bias")));
    Tensor y = ops.linear(h, ops.parameter("b.weight"), null);
    return Map.of("loss", ops.mse(y, in.get("y")));
  }

  private static Map<String, Tensor> dropping(Ops ops, Map<String, Tensor> in) {
    Tensor h = ops.linear(in.get("x"), ops.parameter("a.weight"), ops.parameter("a.bias"));
    Tensor y = ops.linear(ops.dropout(ops.tanh(h), 0.3), ops.parameter("b.weight"), null);
    return Map.of("loss", ops.mse(y, in.get("y")));
  }

  private static Map<String, INDArray> batch(int from, int to) {
    INDArray x = new Draw(8).normal(ROWS, 3);
    INDArray y = new Draw(9).normal(ROWS, 2);
    return Map.of("x", rows(x, from, to), "y", rows(y, from, to));
  }

  private static INDArray rows(INDArray all, int from, int to) {
    return all.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()).dup('c');
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void partsOfABatchGiveTheStepOfTheWholeBatch(String engine) {
    try (Network whole = Engine.named(engine).network(weights());
        Network parted = Engine.named(engine).network(weights())) {
      Training once = whole.train(TrainingStateTest::objective, ADAM);
      Training parts = parted.train(TrainingStateTest::objective, ADAM);
      for (int step = 0; step < 5; step++) {
        Map<String, Double> expected = once.step(batch(0, ROWS), 1e-2);

        Map<String, Double> actual =
            parts.step(List.of(batch(0, 4), batch(4, 8), batch(8, ROWS)), 1e-2, step);

        assertThat(actual.get("loss")).isCloseTo(expected.get("loss"), within(1e-6));
        assertThat(actual.get("gradient")).isCloseTo(expected.get("gradient"), within(1e-6));
      }
      for (Parameter parameter : whole.parameters().all()) {
        assertClose(parted.parameters().get(parameter.name()), parameter.value(), 1e-6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aRestoredTrainingGoesOnWithTheSameBytes(String engine) {
    Optimization optimization = Optimization.of(ADAM).averaging(0.8).rates(Map.of("a.weight", 0.3));
    try (Network through = Engine.named(engine).network(weights());
        Network first = Engine.named(engine).network(weights())) {
      Training whole = through.train(TrainingStateTest::dropping, optimization);
      Training half = first.train(TrainingStateTest::dropping, optimization);
      for (int step = 0; step < 6; step++) {
        whole.step(List.of(batch(0, ROWS)), 1e-2, 100 + step);
      }
      for (int step = 0; step < 3; step++) {
        half.step(List.of(batch(0, ROWS)), 1e-2, 100 + step);
      }

      try (Network second = Engine.named(engine).network(first.parameters())) {
        Training restored = second.train(TrainingStateTest::dropping, optimization);
        restored.restore(half.state());
        for (int step = 3; step < 6; step++) {
          restored.step(List.of(batch(0, ROWS)), 1e-2, 100 + step);
        }

        assertSameBytes(second.parameters(), through.parameters());
        assertSameBytes(restored.average(), whole.average());
        assertThat(restored.state().arrays()).isEqualTo(whole.state().arrays());
      }
    }
  }

  private static void assertSameBytes(Parameters actual, Parameters expected) {
    for (Parameter parameter : expected.all()) {
      assertThat(actual.get(parameter.name()).data().asFloat())
          .as(parameter.name())
          .isEqualTo(parameter.value().data().asFloat());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void theAverageForgetsAsItsDecaySays(String engine) {
    double decay = 0.75;
    try (Network network = Engine.named(engine).network(weights())) {
      Training training =
          network.train(TrainingStateTest::objective, Optimization.of(ADAM).averaging(decay));
      INDArray expected = weights().get("b.weight").dup();
      for (int step = 0; step < 4; step++) {
        training.step(batch(0, ROWS), 0.05);
        expected = expected.mul(decay).add(network.parameters().get("b.weight").mul(1 - decay));
      }

      assertClose(training.average().get("b.weight"), expected, 1e-6);
      assertThat(training.average().get("b.weight"))
          .isNotEqualTo(network.parameters().get("b.weight"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aShareOfTheRateMovesAWeightThatMuchLess(String engine) {
    AdamW plain = new AdamW(0.9, 0.99, 1e-12, 0, Double.POSITIVE_INFINITY);
    List<INDArray> changes = new ArrayList<>();
    for (double share : new double[] {1, 0.125}) {
      try (Network network = Engine.named(engine).network(weights())) {
        network
            .train(
                TrainingStateTest::objective,
                Optimization.of(plain).rates(Map.of("a.weight", share)))
            .step(batch(0, ROWS), 1e-2);
        changes.add(network.parameters().get("a.weight").sub(weights().get("a.weight")));
        // Adam's first step is the rate in the direction of the gradient's sign.
        assertClose(
            Nd4j.math().abs(network.parameters().get("b.weight").sub(weights().get("b.weight"))),
            Nd4j.ones(2, 5).mul(1e-2),
            1e-6);
      }
    }

    assertClose(changes.get(1), changes.get(0).mul(0.125), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aGradientThatIsNotFiniteIsKnownByItsWeight(String engine) {
    Computation bad =
        (ops, in) -> {
          Tensor zero = ops.mul(ops.sum(ops.square(ops.parameter("a.bias"))), 0);
          Tensor good = ops.sum(ops.square(ops.parameter("b.weight")));
          return Map.of("loss", ops.add(ops.sqrt(zero), good));
        };
    try (Network network = Engine.named(engine).network(weights())) {
      Training training = network.train(bad, ADAM);

      Map<String, Double> losses = training.step(Map.of(), 1e-2);

      assertThat(losses.get("loss")).isFinite();
      assertThat(losses.get("gradient")).isNaN();
      assertThat(training.notFinite()).containsExactly("a.bias");
      assertSameBytes(network.parameters(), weights());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void theStateOfAnotherNetworkIsRefused(String engine) {
    Parameters other =
        Parameters.of(List.of(Parameter.weight("a.weight", new Draw(1).normal(5, 4))));
    Computation size = (ops, in) -> Map.of("loss", ops.mean(ops.square(ops.parameter("a.weight"))));
    try (Network network = Engine.named(engine).network(weights());
        Network wider = Engine.named(engine).network(other)) {
      OptimizerState state = wider.train(size, ADAM).state();

      assertThatThrownBy(() -> network.train(TrainingStateTest::objective, ADAM).restore(state))
          .hasMessageContaining("first.a.weight")
          .hasMessageContaining("[5, 4]")
          .hasMessageContaining("[5, 3]");
    }
  }
}
