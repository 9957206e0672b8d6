package org.orrery.workbench.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.engine.GraphicsCard;

class Nd4jCardTest {
  @ParameterizedTest
  @CsvSource({
    "'Tesla K80, 3.7', true",
    "'NVIDIA A100-SXM4-80GB, 8.0', true",
    "'NVIDIA RTX A6000, 8.6', true",
    "'GeForce GT 710, 3.5', false",
    "'NVIDIA L4, 8.9', false",
    "'NVIDIA H100 80GB HBM3, 9.0', false",
    "'NVIDIA B200, 10.0', false"
  })
  void itsNativesKnowKeplerToAmpere(String line, boolean known) {
    assertThat(Nd4jCard.known(GraphicsCard.parse(line).orElseThrow())).isEqualTo(known);
    assertThat(Nd4jCard.absence(true, GraphicsCard.parse(line)).isEmpty()).isEqualTo(known);
  }

  @Test
  void aCardThatTheNativesDoNotKnowIsNamedWithWhatTheyKnow() {
    assertThat(Nd4jCard.absence(true, GraphicsCard.parse("NVIDIA H100, 9.0")))
        .contains("NVIDIA H100 has 9.0")
        .contains("3.7 to 8.6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GRID V100D, [N/A]", "No devices were found", "", "8.0"})
  void whatSaysNoCapabilityIsNoCard(String line) {
    assertThat(GraphicsCard.parse(line)).isEmpty();
  }

  @Test
  void withoutNativesThoseAreWhatIsMissing() {
    assertThat(Nd4jCard.absence(false, Optional.empty())).contains("-Pnd4j-cuda");
  }
}
