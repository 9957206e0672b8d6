package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ScopesTest {
  private static final Computation DOUBLED = (ops, in) -> Map.of("y", ops.mul(in.get("x"), 2));
  private static final Computation OBJECTIVE =
      (ops, in) -> Map.of("loss", ops.mean(ops.parameter("w")));

  /** libtorch frees what is made inside its scopes; ND4J's scratch memory must not be among it. */
  @Test
  void nd4jWorksOnAThreadWhoseFirstArraysMetLibtorch() throws InterruptedException {
    // given: a thread on which ND4J has not worked yet, and an input that must be copied to be
    // plain
    INDArray input = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}).transpose();
    AtomicReference<Object> result = new AtomicReference<>();
    Thread fresh =
        new Thread(
            () -> {
              Parameters parameters =
                  Parameters.of(List.of(Parameter.weight("w", Nd4j.ones(3, 2).transpose())));
              try (Network network = Engine.torch().network(parameters)) {
                INDArray y = network.run(DOUBLED, Map.of("x", input)).get("y");
                network.train(OBJECTIVE, AdamW.standard()).step(Map.of("x", input), 1e-3);
                // when: ND4J broadcasts, which uses the thread's scratch memory
                result.set(y.subRowVector(Nd4j.ones(2)).sumNumber().doubleValue());
              } catch (RuntimeException e) {
                result.set(e);
              }
            });
    fresh.start();
    fresh.join();

    // then
    assertThat(result.get()).isEqualTo(2.0 * (1 + 2 + 3 + 4) - 4);
  }

  /** ND4J frees a copy when a collection finds it, and nothing here makes one come. */
  @Test
  void aBatchThatIsAViewLeavesNoCopyBehind() {
    INDArray batch = Nd4j.ones(512, 1024).transpose();
    Parameters parameters = Parameters.of(List.of(Parameter.weight("w", Nd4j.ones(2, 2))));
    try (Network network = Engine.torch().network(parameters)) {
      Training training = network.train(OBJECTIVE, AdamW.standard());
      training.step(Map.of("x", batch), 1e-3);
      long before = ResidentMemory.megabytes();

      for (int step = 0; step < 200; step++) {
        training.step(Map.of("x", batch), 1e-3);
      }

      assertThat(Pointer.physicalBytes() >> 20).isLessThan(before + 100); // the copies: 400
    }
  }
}
