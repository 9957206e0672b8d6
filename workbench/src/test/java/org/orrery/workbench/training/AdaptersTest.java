package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.AdamW;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameter;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Precision;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.engine.Training;

/** Low-rank adapters against their formula. */
class AdaptersTest {
  private static final int RANK = 2;
  private static final double ALPHA = 3;

  private static INDArray normal(long seed, int... shape) {
    Random random = new Random(seed);
    float[] values = new float[java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Nd4j.createFromArray(values)
        .reshape(java.util.Arrays.stream(shape).asLongStream().toArray());
  }

  private static Parameters model() {
    return Parameters.of(
        List.of(
            Parameter.weight("body.weight", normal(1, 5, 4)),
            Parameter.weight("body.bias", normal(2, 5)),
            Parameter.weight("gate.weight", normal(3, 4, 5)),
            Parameter.buffer("norm.running_mean", normal(4, 5)),
            Parameter.buffer("norm.running_var", Nd4j.ones(5).mul(2))));
  }

  /** Uses one matrix in a linear layer and one, turned over, in a plain product. */
  private static Map<String, Tensor> output(Ops ops, Map<String, Tensor> in) {
    Tensor h = ops.linear(in.get("x"), ops.parameter("body.weight"), ops.parameter("body.bias"));
    h = ops.batchNorm(h, null, null, "norm");
    Tensor y = ops.matmul(h, ops.permute(ops.parameter("gate.weight"), 1, 0));
    return Map.of("y", y);
  }

  private static Map<String, Tensor> size(Ops ops, Map<String, Tensor> in) {
    return Map.of("loss", ops.mean(ops.square(output(ops, in).get("y"))));
  }

  private static Plan plan() {
    Settings settings =
        new Settings(
            Objective.standard(),
            AdamW.standard(),
            1,
            1,
            1,
            1,
            1,
            1e-2,
            Map.of(),
            List.of("norm"),
            LowRank.of(RANK).alpha(ALPHA),
            Precision.FULL,
            0,
            0,
            List.of(),
            7);
    return Plan.of(model(), settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void untrainedAdaptersChangeNothingAndMergedOnesGiveTheSameOutputs(String engine) {
    Map<String, INDArray> x = Map.of("x", normal(9, 6, 4));
    Plan plan = plan();
    Computation adapted = plan.objective(AdaptersTest::output);
    try (Network network = Engine.named(engine).network(plan.start());
        Network plain = Engine.named(engine).network(model())) {
      INDArray before = plain.run(AdaptersTest::output, x).get("y");
      assertThat(network.run(adapted, x).get("y").sub(before).amaxNumber().doubleValue())
          .isLessThan(1e-6);

      Training training = network.train(plan.objective(AdaptersTest::size), plan.optimization());
      for (int step = 0; step < 10; step++) {
        training.step(x, 1e-2);
      }

      INDArray after = network.run(adapted, x).get("y");
      try (Network merged = Engine.named(engine).network(plan.merged(network.parameters()))) {
        INDArray same = merged.run(AdaptersTest::output, x).get("y");
        double size = after.amaxNumber().doubleValue();
        assertThat(same.sub(after).amaxNumber().doubleValue()).isLessThan(1e-6 * Math.max(1, size));
      }
      assertThat(after.sub(before).amaxNumber().doubleValue()).isGreaterThan(0.01);
      assertThat(network.parameters().get("body.weight")).isEqualTo(model().get("body.weight"));
      assertThat(network.parameters().get("norm.running_mean"))
          .isEqualTo(model().get("norm.running_mean"));
    }
  }

  /** loss = mean y^2 over y = x W' + s (x A') B': with B = 0 only B has a gradient, s G' (x A'). */
  @ParameterizedTest
  @ValueSource(strings = {"torch", "nd4j"})
  void theFirstGradientIsThatOfTheFormula(String engine) {
    INDArray x = normal(9, 6, 4);
    Parameters one = Parameters.of(List.of(Parameter.weight("body.weight", normal(1, 5, 4))));
    Settings settings =
        new Settings(
            Objective.standard(),
            AdamW.standard(),
            1,
            1,
            1,
            1,
            1,
            1e-2,
            Map.of(),
            List.of(),
            LowRank.of(RANK).alpha(ALPHA),
            Precision.FULL,
            0,
            0,
            List.of(),
            7);
    Plan plan = Plan.of(one, settings);
    Computation objective =
        plan.objective(
            (ops, in) ->
                Map.of(
                    "loss",
                    ops.mean(
                        ops.square(ops.linear(in.get("x"), ops.parameter("body.weight"), null)))));

    double gradient;
    try (Network network = Engine.named(engine).network(plan.start())) {
      gradient =
          network.train(objective, plan.optimization()).step(Map.of("x", x), 1e-2).get("gradient");
    }

    INDArray y = x.mmul(normal(1, 5, 4).transpose());
    INDArray outer = y.mul(2.0 / y.length());
    INDArray inner = x.mmul(plan.start().get(Adapters.down("body.weight")).transpose());
    double expected = ALPHA / RANK * outer.transpose().mmul(inner).norm2Number().doubleValue();
    assertThat(gradient).isCloseTo(expected, within(1e-5 * expected));
  }
}
