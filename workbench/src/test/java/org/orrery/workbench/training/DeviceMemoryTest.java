package org.orrery.workbench.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;

class DeviceMemoryTest {
  private static final double GIB = 0x1p30;

  /** Texts that libtorch printed on people's machines (its issue 16417 and others). */
  private static final String TODAY =
      "CUDA out of memory. Tried to allocate 22.78 GiB. GPU 0 has a total capacity of 31.47 GiB of"
          + " which 12.73 GiB is free. Including non-PyTorch memory, this process has 18.73 GiB memory"
          + " in use. Of the allocated memory 9.08 GiB is allocated by PyTorch, and 9.35 GiB is reserved"
          + " by PyTorch but unallocated.";

  private static final String MISSPELT =
      "CUDA out of memory. Tried to allocate 32.00 MiB. GPU 0 has a total capacty of 4.00 GiB of which"
          + " 41.56 MiB is free. Including non-PyTorch memory, this process has 3.44 GiB memory in use.";

  private static final String EARLIER =
      "CUDA out of memory. Tried to allocate 2.26 GiB (GPU 0; 6.00 GiB total capacity; 781.59 MiB"
          + " already allocated; 3.03 GiB free; 1.24 GiB reserved in total by PyTorch)";

  private static final String NOTHING_LEFT =
      "CUDA out of memory. Tried to allocate 1.70 GiB. GPU 0 has a total capacty of 6.00 GiB of which"
          + " 0 bytes is free. Of the allocated memory 2.93 GiB is allocated by PyTorch";

  private static DeviceMemory read(String message) {
    return DeviceMemory.of(new RuntimeException(message)).orElseThrow();
  }

  @Test
  void libtorchsOwnWordsAreUnderstood() {
    assertThat(read(TODAY).tried() / GIB).isCloseTo(22.78, within(1e-6));
    assertThat(read(TODAY).free() / GIB).isCloseTo(12.73, within(1e-6));
    assertThat(read(TODAY).total() / GIB).isCloseTo(31.47, within(1e-6));
    assertThat(read(MISSPELT))
        .isEqualTo(new DeviceMemory(32L << 20, (long) (41.56 * 0x1p20), 4L << 30));
    assertThat(read(EARLIER).free() / GIB).isCloseTo(3.03, within(1e-6));
    assertThat(read(EARLIER).total()).isEqualTo(6L << 30);
    assertThat(read(NOTHING_LEFT).free()).isZero();
  }

  /** Texts of its issues 8253 and 9119. */
  @Test
  void nd4jsOwnWordsAreUnderstood() {
    DeviceMemory asked = new DeviceMemory(1077940224, -1, -1);

    assertThat(read("cudaMalloc failed; Bytes: [1077940224]; Error code [2]; DEVICE [0]"))
        .isEqualTo(asked);
    assertThat(read("Failed to allocate 1077940224 bytes from DEVICE [0] memory")).isEqualTo(asked);
    assertThat(
            DeviceMemory.of(
                new IllegalStateException(
                    "the graph cannot run",
                    new RuntimeException("Failed to allocate 1077940224 bytes from HOST memory"))))
        .contains(asked);
  }

  @Test
  void otherErrorsAreNotAboutMemory() {
    assertThat(DeviceMemory.of(new RuntimeException("mat1 and mat2 shapes cannot be multiplied")))
        .isEmpty();
    assertThat(DeviceMemory.of(new RuntimeException())).isEmpty();
  }

  @Test
  void aRealFailureOnThisMachineIsUnderstood() {
    try (Network network = Engine.torch().network(Parameters.of(List.of()))) {
      assertThatThrownBy(
              () ->
                  network.run(
                      (ops, in) ->
                          Map.of(
                              "y",
                              ops.matmul(
                                  ops.reshape(in.get("x"), 1 << 24, 1),
                                  ops.reshape(in.get("x"), 1, 1 << 24))),
                      Map.of("x", Nd4j.ones(1 << 24))))
          .satisfies(
              e -> assertThat(DeviceMemory.of(e)).contains(new DeviceMemory(4L << 48, -1, -1)));
    }
  }

  @Test
  void itSaysHowMuchWasMissing() {
    assertThat(read(TODAY).missing())
        .isEqualTo(
            "22.78 GiB were asked for and 12.73 GiB were free of 31.47 GiB, 10.05 GiB too few");
  }

  @Test
  void theBatchThatFitsIsInProportionToTheMemory() {
    // 5 GiB in use and 3 more asked for by 32 windows: 6 GiB hold 24 of them, less a tenth.
    DeviceMemory memory = new DeviceMemory(3L << 30, 1L << 30, 6L << 30);

    assertThat(memory.fitting(32)).isEqualTo(21);
    assertThat(memory.fitting(1)).isEqualTo(1);
    assertThat(new DeviceMemory(8, -1, -1).fitting(32)).isEqualTo(16);
  }

  /** A device on which a window takes {@code each} bytes beside {@code model} fixed ones. */
  private static Optional<DeviceMemory> simulate(int windows, long model, long each, long total) {
    long needed = model + windows * each;
    return needed <= total
        ? Optional.empty()
        : Optional.of(new DeviceMemory(needed - total / 2, total - total / 2, total));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 7, 1000, 1",
    "100, 50, 1000, 1",
    "0, 3, 700, 4",
    "900, 10, 1000, 1",
    "5, 1, 4000, 8"
  })
  void theBatchFoundFitsAndAnEighthMoreDoesNot(long model, long each, long total, int parts) {
    List<Integer> tried = new ArrayList<>();

    int found =
        new BatchSize(256)
            .find(
                parts,
                1000,
                windows -> {
                  tried.add(windows);
                  return simulate(windows, model, each, total);
                });

    assertThat(found % parts).isZero();
    assertThat(simulate(found, model, each, total)).isEmpty();
    int more = found + Math.max(parts, found / 8) + parts;
    assertThat(found >= 256 || simulate(more, model, each, total).isPresent()).isTrue();
    assertThat(tried).hasSizeLessThan(14).contains(found);
  }

  @Test
  void aBatchThatFitsAtOnceIsTriedOnce() {
    List<Integer> tried = new ArrayList<>();

    int found =
        new BatchSize(64)
            .find(
                1,
                40,
                windows -> {
                  tried.add(windows);
                  return Optional.empty();
                });

    assertThat(found).isEqualTo(40);
    assertThat(tried).containsExactly(40);
  }

  @Test
  void aModelTooLargeForOneWindowIsSaidToBe() {
    assertThatThrownBy(
            () -> new BatchSize(8).find(1, 100, windows -> simulate(windows, 2000, 1, 1000)))
        .hasMessageContaining("not even a batch of 1 fits");
  }
}
