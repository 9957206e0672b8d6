package org.orrery.workbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which engine is taken, and what is said of it. */
class EngineChoiceTest {

  /** An engine that only says what it is. */
  private record Said(String name, String device, String absence) implements Engine {
    @Override
    public boolean onGraphicsCard() {
      return absence.isEmpty();
    }

    @Override
    public Network network(Parameters parameters, Precision precision) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Engine TORCH = new Said("torch", "libtorch on the CPU", "no CUDA: a");
  private static final Engine TORCH_CARD = new Said("torch", "libtorch on CUDA (H200)", "");
  private static final Engine ND4J = new Said("nd4j", "ND4J on the CPU", "no CUDA: b");
  private static final Engine ND4J_CARD = new Said("nd4j", "ND4J on CUDA (A100)", "");

  @Test
  void libtorchOnACardComesFirst() {
    assertThat(new EngineChoice(List.of(ND4J_CARD, TORCH_CARD), "").best()).isEqualTo(TORCH_CARD);
    assertThat(new EngineChoice(List.of(ND4J, TORCH_CARD), "").describe())
        .isEqualTo("libtorch on CUDA (H200)");
  }

  @Test
  void thenNd4jOnACardWithTheReasonAgainstLibtorch() {
    List<Engine> engines = List.of(TORCH, ND4J_CARD);

    assertThat(new EngineChoice(engines, "").best()).isEqualTo(ND4J_CARD);
    assertThat(new EngineChoice(engines, "").describe())
        .isEqualTo("ND4J on CUDA (A100) (torch: no CUDA: a)");
  }

  @Test
  void thenLibtorchOnTheCpuWithTheReasonsAgainstBoth() {
    List<Engine> engines = List.of(ND4J, TORCH);

    assertThat(new EngineChoice(engines, "").best()).isEqualTo(TORCH);
    assertThat(new EngineChoice(engines, "").describe())
        .isEqualTo("libtorch on the CPU (nd4j: no CUDA: b; torch: no CUDA: a)");
  }

  @Test
  void whoAsksForTheCpuIsNotGivenAnotherEnginesCard() {
    List<Engine> engines = List.of(TORCH, ND4J_CARD);

    assertThat(new EngineChoice(engines, "cpu").best()).isEqualTo(TORCH);
    assertThat(new EngineChoice(engines, "cpu").describe())
        .isEqualTo("libtorch on the CPU, as orrery.device=cpu says");
  }

  @Test
  void whatIsHereIsSaidInOneLine() {
    assertThat(Engine.choice()).startsWith(Engine.best().device()).doesNotContain("\n");
    assertThat(Engine.torch().describe()).startsWith("libtorch on");
    assertThat(Engine.nd4j().describe()).startsWith("ND4J on");
  }
}
