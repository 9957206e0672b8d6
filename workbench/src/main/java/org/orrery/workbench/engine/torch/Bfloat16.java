package org.orrery.workbench.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether this processor multiplies bfloat16 in units of its own. */
final class Bfloat16 {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final List<String> UNITS = List.of("amx_bf16", "avx512_bf16");

  private Bfloat16() {}

  /** Warns where bfloat16 is computed, but slowly. */
  static void warnIfSlow() {
    slowness(flags())
        .ifPresent(why -> System.getLogger("orrery").log(System.Logger.Level.WARNING, why));
  }

  /** Why bfloat16 is slow on a processor with these flags, or empty if it is not. */
  static Optional<String> slowness(Optional<String> flags) {
    if (flags.isEmpty()) {
      return Optional.of(
          "Precision.MIXED: this system does not tell whether its processor has AMX or AVX512-BF16; without them it is slower than Precision.FULL");
    }
    List<String> has = Arrays.asList(flags.get().split("\\s+"));
    return UNITS.stream().anyMatch(has::contains)
        ? Optional.empty()
        : Optional.of(
            "Precision.MIXED: this processor has neither AMX nor AVX512-BF16, so bfloat16 is emulated and slower than Precision.FULL");
  }

  private static Optional<String> flags() {
    try {
      return Files.isReadable(CPU)
          ? Files.readAllLines(CPU).stream().filter(l -> l.startsWith("flags")).findFirst()
          : Optional.empty();
    } catch (IOException e) {
      // Then it does not tell, which the warning says.
      return Optional.empty();
    }
  }
}
