package org.orrery.workbench.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class Bfloat16Test {
  @Test
  void aProcessorWithoutUnitsForItIsNamedSlow() {
    assertThat(Bfloat16.slowness(Optional.of("flags : fpu avx2 avx512f avx512_vnni")))
        .hasValueSatisfying(why -> assertThat(why).contains("neither AMX nor AVX512-BF16"));
    assertThat(Bfloat16.slowness(Optional.empty()))
        .hasValueSatisfying(why -> assertThat(why).contains("does not tell"));
  }

  @Test
  void eitherUnitWillDo() {
    assertThat(Bfloat16.slowness(Optional.of("flags : fpu avx512_bf16"))).isEmpty();
    assertThat(Bfloat16.slowness(Optional.of("flags : fpu amx_tile amx_bf16"))).isEmpty();
  }
}
