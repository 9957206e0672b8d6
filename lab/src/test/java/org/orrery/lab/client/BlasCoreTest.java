package org.orrery.lab.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlasCoreTest {
  private static final String AVX512 = "fpu sse2 avx2 avx512f avx512dq avx512cd avx512bw avx512vl";

  private static String cpu(String vendor, int family, String flags) {
    return "processor\t: 0\nvendor_id\t: %s\ncpu family\t: %d\nmodel\t\t: 2\nflags\t\t: %s\n"
        .formatted(vendor, family, flags);
  }

  @Test
  void aYoungAmdWithAvx512GetsItsKernels() {
    assertThat(BlasCore.of(cpu("AuthenticAMD", 26, AVX512))).contains("SkylakeX");
  }

  @Test
  void oneWithoutAvx512OrOfAKnownFamilyIsLeftToOpenBlas() {
    assertThat(BlasCore.of(cpu("AuthenticAMD", 26, "fpu sse2 avx2"))).isEmpty();
    assertThat(BlasCore.of(cpu("AuthenticAMD", 25, AVX512))).isEmpty();
    assertThat(BlasCore.of(cpu("GenuineIntel", 6, AVX512))).isEmpty();
    assertThat(BlasCore.of("")).isEmpty();
  }

  @Test
  void theUsersChoiceStays() {
    assertThat(BlasCore.ofThisMachine(Map.of("OPENBLAS_CORETYPE", "Zen"))).isEmpty();
  }
}
