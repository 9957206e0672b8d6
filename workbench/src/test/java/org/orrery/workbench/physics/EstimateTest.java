package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {

  /**
   * The interval of a mean of 400 values of deviation 1 is 1.96 standard errors wide to either
   * side.
   */
  @Test
  void theIntervalOfAMeanIsThatOfTheory() {
    double[] values = new Random(7).doubles(400).map(u -> Math.sqrt(12) * (u - 0.5)).toArray();

    Estimate mean = Estimate.ofMean(values);

    assertThat(mean.value()).isCloseTo(0, within(3 / Math.sqrt(400)));
    assertThat(mean.high() - mean.low()).isCloseTo(2 * 1.96 / Math.sqrt(400), within(0.02));
    assertThat(mean).isEqualTo(Estimate.ofMean(values));
  }

  @Test
  void drawsWithoutAFigureAreLeftOut() {
    Estimate ratio = Estimate.of(3, chosen -> chosen[0] == 0 ? Double.NaN : chosen[0] == 1 ? 2 : 4);

    assertThat(ratio.low()).isEqualTo(2);
    assertThat(ratio.high()).isEqualTo(4);
    assertThat(ratio.known()).isFalse();
    assertThat(ratio).hasToString("–");
  }

  @Test
  void smallFiguresKeepTheirDigits() {
    assertThat(new Estimate(0.0126, -0.00001, 12.34)).hasToString("0.0126 [0, 12.3]");
  }
}
