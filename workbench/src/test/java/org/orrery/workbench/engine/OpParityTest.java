package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orrery.workbench.engine.Close.assertRelative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every operation, forward and backward, on both engines. The gradient is read off one step of an
 * optimizer that is plain descent where gradients are far below its epsilon.
 */
class OpParityTest {
  /** With this epsilon Adam's first step is the gradient, scaled: -rate * gradient / epsilon. */
  private static final AdamW DESCENT = new AdamW(0, 0, 1e6, 0, Double.POSITIVE_INFINITY);

  private static final double RATE = 1e6;

  /** What the operands of a second pass are multiplied by. */
  private static final float OTHER = 0.8f;

  static Stream<OpCase> cases() {
    return OpCases.all();
  }

  /** Those whose gradients can be compared. */
  static Stream<OpCase> comparable() {
    return OpCases.all().filter(given -> given.nature() != OpCase.Nature.DRAWN);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void bothEnginesGiveTheSameValues(OpCase given) {
    INDArray[] results = new INDArray[2];
    int i = 0;
    for (Engine engine : List.of(Engine.torch(), Engine.nd4j())) {
      try (Network network = engine.network(given.parameters())) {
        results[i++] = network.run((ops, in) -> Map.of("y", given.result(ops)), Map.of()).get("y");
      }
    }

    assertRelative(results[1], results[0], 1e-5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("comparable")
  void bothEnginesGiveTheSameGradients(OpCase given) {
    List<Map<String, Double>> losses = new ArrayList<>();
    List<Parameters> after = new ArrayList<>();
    for (Engine engine : List.of(Engine.torch(), Engine.nd4j())) {
      try (Network network = engine.network(given.parameters())) {
        Computation objective = (ops, in) -> Map.of("loss", given.loss(ops));
        losses.add(network.train(objective, DESCENT).step(Map.of(), RATE));
        after.add(network.parameters());
      }
    }

    for (String name : List.of("loss", "gradient")) {
      double expected = losses.get(0).get(name);
      assertThat(losses.get(1).get(name))
          .as(name)
          .isCloseTo(expected, within(1e-4 * Math.max(1, Math.abs(expected))));
    }
    for (Parameter parameter : after.get(0).all()) {
      assertRelative(
          change(given, after.get(1), parameter), change(given, after.get(0), parameter), 1e-4);
    }
  }

  /** A graph that was run once is only played again: with other numbers it gives other results. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aSecondPassOverOtherNumbersGivesTheSameValuesOnBothEngines(OpCase given) {
    INDArray[] results = new INDArray[2];
    int i = 0;
    for (Engine engine : List.of(Engine.torch(), Engine.nd4j())) {
      try (Network network = engine.network(given.parameters())) {
        Computation scaled = (ops, in) -> Map.of("y", given.result(ops, in.get("scale")));
        network.run(scaled, Map.of("scale", Nd4j.createFromArray(1f)));
        results[i++] = network.run(scaled, Map.of("scale", Nd4j.createFromArray(OTHER))).get("y");
      }
    }

    assertRelative(results[1], results[0], 1e-5);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("comparable")
  void aSecondStepOverOtherNumbersGivesTheSameGradientsOnBothEngines(OpCase given) {
    List<Parameters> after = new ArrayList<>();
    for (Engine engine : List.of(Engine.torch(), Engine.nd4j())) {
      try (Network network = engine.network(given.parameters())) {
        Training training =
            network.train((ops, in) -> Map.of("loss", given.loss(ops, in.get("scale"))), DESCENT);
        training.step(Map.of("scale", Nd4j.createFromArray(1f)), 0);
        training.step(Map.of("scale", Nd4j.createFromArray(OTHER)), RATE);
        after.add(network.parameters());
      }
    }

    for (Parameter parameter : after.get(0).all()) {
      assertRelative(
          change(given, after.get(1), parameter), change(given, after.get(0), parameter), 1e-4);
    }
  }

  /** What a step changed of a weight, which is its gradient; of a running statistic, its value. */
  private static INDArray change(OpCase given, Parameters after, Parameter parameter) {
    INDArray now = after.get(parameter.name());
    return given.values().containsKey(parameter.name())
        ? now.sub(given.values().get(parameter.name()))
        : now;
  }
}
