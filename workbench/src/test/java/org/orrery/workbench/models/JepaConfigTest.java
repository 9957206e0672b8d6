package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JepaConfigTest {

  private static JepaConfig config(
      int size, int pool, List<Integer> channels, int width, int heads, double dropout) {
    return new JepaConfig(size, pool, 3, true, channels, 16, 6, width, 1, heads, 2, 3, dropout, 16);
  }

  @Test
  void theTutorialSizeHasAboutOnePointTwoMillionParameters() {
    long parameters = Jepa.of(JepaConfig.tiny()).initialize(1).trainable();

    assertThat(parameters).isBetween(1_100_000L, 1_300_000L);
  }

  @Test
  void framesThatCannotBeHalvedSoOftenAreRefused() {
    assertThatThrownBy(() -> config(20, 2, List.of(4, 8), 8, 2, 0))
        .hasMessageContaining("frames of 20 px")
        .hasMessageContaining("a multiple of 8");
  }

  @Test
  void headsThatDoNotDivideTheWidthAreRefused() {
    assertThatThrownBy(() -> config(16, 1, List.of(4), 8, 3, 0))
        .hasMessageContaining("width 8 is not a multiple of 3 heads");
  }

  @Test
  void countsBelowOneAreRefusedByName() {
    assertThatThrownBy(() -> config(16, 0, List.of(4), 8, 2, 0)).hasMessageContaining("pool");
    assertThatThrownBy(() -> config(16, 1, List.of(), 8, 2, 0))
        .hasMessageContaining("number of convolutions");
    assertThatThrownBy(() -> config(16, 1, List.of(-4), 8, 2, 0)).hasMessageContaining("channels");
    assertThatThrownBy(() -> JepaConfig.tiny().withLatent(0)).hasMessageContaining("latent");
    assertThat(JepaConfig.tiny().withHistory(8).history()).isEqualTo(8);
    assertThatThrownBy(() -> JepaConfig.tiny().withHistory(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("history: expected 1 or more, came 0");
  }

  @Test
  void aDropoutOfEverythingIsRefused() {
    assertThatThrownBy(() -> config(16, 1, List.of(4), 8, 2, 1)).hasMessageContaining("dropout");
    assertThatThrownBy(() -> config(16, 1, List.of(4), 8, 2, Double.NaN))
        .hasMessageContaining("dropout");
  }

  @Test
  void theSameSeedDrawsTheSameWeights() {
    Jepa jepa = Jepa.of(Tiny.config());

    assertThat(jepa.initialize(4).get("encoder.conv1.weight"))
        .isEqualTo(jepa.initialize(4).get("encoder.conv1.weight"))
        .isNotEqualTo(jepa.initialize(5).get("encoder.conv1.weight"));
  }
}
