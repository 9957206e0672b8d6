package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orrery.workbench.engine.Close.assertClose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a network does with the arrays it was given, and what it refuses. */
class BorrowedWeightsTest {
  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void trainingLeavesTheGivenArraysAlone(String engine) {
    Parameters given =
        Parameters.of(
            List.of(
                Parameter.weight("w", new Draw(1).normal(4, 3)),
                Parameter.buffer("frozen", new Draw(3).normal(4)),
                Parameter.buffer("bn.running_mean", Nd4j.zeros(4)),
                Parameter.buffer("bn.running_var", Nd4j.ones(4))));
    Map<String, INDArray> before = new LinkedHashMap<>();
    given.all().forEach(p -> before.put(p.name(), p.value().dup()));
    Computation objective =
        (ops, in) -> {
          Tensor h = ops.linear(in.get("x"), ops.parameter("w"), ops.parameter("frozen"));
          return Map.of("loss", ops.mean(ops.exp(ops.batchNorm(h, null, null, "bn"))));
        };
    try (Network network = Engine.named(engine).network(given)) {
      network.run(objective, Map.of("x", new Draw(2).normal(6, 3)));

      network.train(objective, AdamW.standard()).step(Map.of("x", new Draw(2).normal(6, 3)), 1e-3);

      assertThat(network.parameters().get("w")).isNotEqualTo(before.get("w"));
      assertThat(network.parameters().get("bn.running_mean"))
          .isNotEqualTo(before.get("bn.running_mean"));
    }
    before.forEach((name, value) -> assertThat(given.get(name)).as(name).isEqualTo(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void aWeightThatComesAgainAndAgainGivesWhatItGaveAtFirst(String engine) {
    Parameters weights =
        Parameters.of(
            List.of(
                Parameter.weight("w", new Draw(1).normal(0.1, 96, 80)),
                Parameter.weight("b", new Draw(2).normal(96))));
    INDArray x = new Draw(3).normal(2, 3, 80);
    Computation thrice =
        (ops, in) -> {
          Map<String, Tensor> outputs = new LinkedHashMap<>();
          for (int i = 0; i < 3; i++) {
            outputs.put("y" + i, ops.linear(in.get("x"), ops.parameter("w"), ops.parameter("b")));
          }
          return outputs;
        };
    try (Network network = Engine.named(engine).network(weights)) {

      Map<String, INDArray> y = network.run(thrice, Map.of("x", x));

      INDArray expected =
          x.reshape(6, 80).mmul(weights.get("w").transpose()).addRowVector(weights.get("b"));
      for (int i = 0; i < 3; i++) {
        assertClose(y.get("y" + i).reshape(6, 96), expected, 1e-5);
      }
      assertThat(network.parameters().get("w")).isEqualTo(weights.get("w"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "torch, embedding, 4",
    "nd4j, embedding, 4",
    "torch, embedding, -1",
    "nd4j, embedding, -1",
    "torch, gather along dimension 0, 4",
    "nd4j, gather along dimension 0, 4",
    "torch, gather along dimension 0, -1",
    "nd4j, gather along dimension 0, -1"
  })
  void anIndexThatPicksNothingIsRefused(String engine, String what, float index) {
    Parameters weights = Parameters.of(List.of(Parameter.weight("w", new Draw(1).normal(4, 1))));
    Computation pick =
        (ops, in) -> {
          Tensor w = ops.parameter("w");
          Tensor picked =
              what.equals("embedding")
                  ? ops.embedding(in.get("i"), w)
                  : ops.gather(w, -2, in.get("i"));
          return Map.of("y", picked, "loss", ops.sum(picked));
        };
    Map<String, INDArray> good = Map.of("i", Nd4j.createFromArray(0f, 3f).reshape(2, 1));
    Map<String, INDArray> bad = Map.of("i", Nd4j.createFromArray(0f, index).reshape(2, 1));
    try (Network network = Engine.named(engine).network(weights)) {
      assertThat(network.run(pick, good).get("y").getFloat(0))
          .isEqualTo(weights.get("w").getFloat(0));
      Training training = network.train(pick, AdamW.standard());

      for (Runnable refused :
          List.<Runnable>of(() -> network.run(pick, bad), () -> training.step(bad, 1e-3))) {
        assertThatThrownBy(refused::run)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("%s: index %d is out of range; expected 0 to 3", what, (int) index);
      }
    }
  }
}
