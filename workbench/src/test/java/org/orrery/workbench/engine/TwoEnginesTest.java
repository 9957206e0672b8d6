package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orrery.workbench.engine.Close.assertClose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One network, written once, trained through both engines. */
class TwoEnginesTest {
  private static final int STEPS = 10;

  private static Parameters weights() {
    Draw draw = new Draw(3);
    return Parameters.of(
        List.of(
            Parameter.weight("conv.weight", draw.normal(0.3, 4, 1, 3, 3)),
            Parameter.weight("conv.bias", draw.normal(0.1, 4)),
            Parameter.weight("fc.weight", draw.normal(0.2, 6, 64)),
            Parameter.weight("norm.weight", draw.positive(6)),
            Parameter.weight("norm.bias", draw.normal(0.1, 6)),
            Parameter.buffer("norm.running_mean", draw.normal(0.1, 6)),
            Parameter.buffer("norm.running_var", draw.positive(6)),
            Parameter.weight("out.weight", draw.normal(0.3, 2, 6)),
            Parameter.weight("out.bias", draw.normal(0.1, 2)),
            Parameter.weight("unused.weight", draw.normal(2, 2))));
  }

  private static Tensor model(Ops ops, Tensor x) {
    Tensor h =
        ops.relu(ops.conv2d(x, ops.parameter("conv.weight"), ops.parameter("conv.bias"), 2, 1));
    h = ops.reshape(h, x.size(0), 64);
    h = ops.linear(h, ops.parameter("fc.weight"), null);
    h = ops.batchNorm(h, ops.parameter("norm.weight"), ops.parameter("norm.bias"), "norm");
    return ops.linear(ops.gelu(h), ops.parameter("out.weight"), ops.parameter("out.bias"));
  }

  private static Map<String, Tensor> objective(Ops ops, Map<String, Tensor> in) {
    Map<String, Tensor> losses = new LinkedHashMap<>();
    Tensor y = model(ops, in.get("x"));
    losses.put("loss", ops.mse(y, in.get("y")));
    losses.put("size", ops.mean(ops.square(y)));
    return losses;
  }

  private record Trained(List<Map<String, Double>> losses, Parameters after, INDArray output) {}

  private static Trained train(Engine engine, AdamW optimizer) {
    Map<String, INDArray> batch =
        Map.of("x", new Draw(8).normal(7, 1, 8, 8), "y", new Draw(9).normal(7, 2));
    try (Network network = engine.network(weights())) {
      Training training = network.train(TwoEnginesTest::objective, optimizer);
      List<Map<String, Double>> losses = new ArrayList<>();
      for (int step = 0; step < STEPS; step++) {
        losses.add(training.step(batch, 1e-2));
      }
      INDArray output =
          network
              .run((ops, in) -> Map.of("y", model(ops, in.get("x"))), Map.of("x", batch.get("x")))
              .get("y");
      return new Trained(losses, network.parameters(), output);
    }
  }

  @Test
  void theSameWeightsAndBatchGiveTheSameTenSteps() {
    AdamW optimizer = new AdamW(0.9, 0.999, 1e-8, 0.1, 0.5);

    Trained torch = train(Engine.torch(), optimizer);
    Trained nd4j = train(Engine.nd4j(), optimizer);

    for (int step = 0; step < STEPS; step++) {
      Map<String, Double> expected = torch.losses().get(step);
      Map<String, Double> actual = nd4j.losses().get(step);
      assertThat(actual.keySet()).containsExactlyElementsOf(expected.keySet());
      expected.forEach(
          (name, loss) -> assertThat(actual.get(name)).as(name).isCloseTo(loss, within(1e-4)));
    }
    assertThat(torch.losses().get(STEPS - 1).get("loss"))
        .isLessThan(0.8 * torch.losses().get(0).get("loss"));
    for (Parameter parameter : torch.after().all()) {
      assertClose(nd4j.after().get(parameter.name()), parameter.value(), 1e-3);
    }
    assertClose(nd4j.output(), torch.output(), 1e-3);
  }
}
