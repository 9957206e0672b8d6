package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.orrery.workbench.engine.Close.assertClose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class MixedPrecisionTest {
  /** Half the distance of neighbouring bfloat16 numbers near one: 8 bits of mantissa. */
  private static final double HALF_STEP = 1.0 / 256;

  private static Parameters weights() {
    return Parameters.of(
        List.of(
            Parameter.weight("w", new Draw(1).normal(0.2, 6, 8)),
            Parameter.weight("b", new Draw(2).normal(0.2, 6))));
  }

  private static Tensor linear(Ops ops, Map<String, Tensor> in) {
    return ops.linear(in.get("x"), ops.parameter("w"), ops.parameter("b"));
  }

  private static INDArray run(Precision precision, Computation computation, INDArray x) {
    try (Network network = Engine.torch().network(weights(), precision)) {
      return network.run(computation, Map.of("x", x)).get("y");
    }
  }

  /** Rounded to bfloat16, to the nearest, ties to even. */
  private static INDArray rounded(INDArray array) {
    float[] values = array.dup('c').data().asFloat();
    for (int i = 0; i < values.length; i++) {
      int bits = Float.floatToIntBits(values[i]);
      int up = 0x7fff + ((bits >> 16) & 1);
      values[i] = Float.intBitsToFloat((bits + up) & 0xffff0000);
    }
    return Nd4j.createFromArray(values).reshape(array.shape());
  }

  @Test
  void aProductTakesAndGivesBfloat16() {
    INDArray x = new Draw(3).normal(5, 8);
    Computation computation = (ops, in) -> Map.of("y", linear(ops, in));

    INDArray y = run(Precision.MIXED, computation, x);

    INDArray exact =
        rounded(x)
            .mmul(rounded(weights().get("w")).transpose())
            .addRowVector(rounded(weights().get("b")));
    assertThat(y.dataType()).isEqualTo(DataType.FLOAT);
    assertThat(y).isEqualTo(rounded(y));
    assertClose(y, exact, 2 * HALF_STEP);
  }

  @Test
  void reductionsAndLossesKeepAllDigits() {
    INDArray x = new Draw(3).normal(40, 8);
    Computation losses =
        (ops, in) -> {
          Tensor x0 = in.get("x");
          Tensor all =
              ops.stack(
                  0,
                  List.of(
                      ops.mean(x0),
                      ops.logSumExp(x0),
                      ops.mse(x0, ops.mul(x0, 1.001)),
                      ops.mean(ops.square(ops.softmax(x0, 1)))));
          return Map.of("y", all);
        };

    assertThat(run(Precision.MIXED, losses, x)).isEqualTo(run(Precision.FULL, losses, x));
  }

  private static double lastLoss(Precision precision) {
    Map<String, INDArray> batch = new LinkedHashMap<>();
    batch.put("x", new Draw(3).normal(64, 8));
    batch.put("y", new Draw(4).normal(64, 6));
    Computation objective =
        (ops, in) -> Map.of("loss", ops.mse(ops.tanh(linear(ops, in)), in.get("y")));
    try (Network network = Engine.torch().network(weights(), precision)) {
      Training training = network.train(objective, AdamW.standard());
      double loss = 0;
      for (int step = 0; step < 60; step++) {
        loss = training.step(batch, 1e-2).get("loss");
      }
      // Updates far below bfloat16's digits are kept: the weights themselves are float32.
      assertThat(network.parameters().get("w"))
          .isNotEqualTo(rounded(network.parameters().get("w")));
      return loss;
    }
  }

  @Test
  void trainingComesToTheSameLoss() {
    assertThat(lastLoss(Precision.MIXED)).isCloseTo(lastLoss(Precision.FULL), within(5e-3));
  }

  @Test
  void theNd4jEngineRefusesIt() {
    assertThatThrownBy(() -> Engine.nd4j().network(weights(), Precision.MIXED))
        .hasMessageContaining("nd4j")
        .hasMessageContaining("MIXED")
        .hasMessageContaining("Engine.torch()");
  }
}
