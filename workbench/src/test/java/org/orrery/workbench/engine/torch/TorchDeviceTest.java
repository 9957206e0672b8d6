package org.orrery.workbench.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.engine.GraphicsCard;

/** Which device is taken; no card is needed to say so. */
class TorchDeviceTest {
  private static final Optional<GraphicsCard> NONE = Optional.empty();

  @Test
  void withoutNativesOrACardItIsTheCpuAndSaysWhy() {
    TorchDevice plain = TorchDevice.choose("", false, false, NONE);
    TorchDevice blind = TorchDevice.choose("", true, false, NONE);

    assertThat(plain.isCuda()).isFalse();
    assertThat(plain.describe(3)).isEqualTo("libtorch on the CPU, 3 threads");
    assertThat(plain.describe(1)).isEqualTo("libtorch on the CPU, 1 thread");
    assertThat(plain.absence()).contains("-Pcuda");
    assertThat(blind.absence()).contains("no card is visible");
  }

  @Test
  void aCardOlderThanItsCodeIsNamed() {
    Optional<GraphicsCard> pascal = Optional.of(new GraphicsCard("Tesla P100", 6.0));

    assertThat(TorchDevice.choose("", true, true, pascal).absence())
        .isEqualTo(
            "no CUDA: its natives know compute capability 7.5 and newer, and Tesla P100 has 6.0");
    assertThatThrownBy(() -> TorchDevice.choose("cuda", true, true, pascal))
        .hasMessageContaining("orrery.device=cuda: no CUDA")
        .hasMessageContaining("Tesla P100");
  }

  @Test
  void theCpuIsTakenWhenItIsAskedFor() {
    Optional<GraphicsCard> hopper = Optional.of(new GraphicsCard("NVIDIA H200", 9.0));

    TorchDevice asked = TorchDevice.choose("cpu", true, true, hopper);

    assertThat(asked.isCuda()).isFalse();
    assertThat(asked.absence()).isEqualTo("orrery.device says so");
  }

  @Test
  void aCardThatIsNotThereIsAnErrorAndNeverTheCpu() {
    assertThatThrownBy(() -> TorchDevice.choose("cuda:1", false, false, NONE))
        .hasMessageContaining("orrery.device=cuda:1: no CUDA: this build holds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "CPU", "cuda:", "cuda:one"})
  void anotherWordIsRefused(String wish) {
    assertThatThrownBy(() -> TorchDevice.choose(wish, false, false, NONE))
        .hasMessage("orrery.device=%s: expected cpu, cuda or cuda:1", wish);
  }
}
