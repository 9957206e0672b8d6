package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParabolaTest {

  private static double[] heights(double[] times) {
    return Arrays.stream(times).map(t -> 1.2 - 0.7 * t + 3.1 * t * t).toArray();
  }

  @Test
  void aParabolaIsFittedExactly() {
    double[] even = IntStream.rangeClosed(1, 12).mapToDouble(i -> i / 25.0).toArray();
    double[] uneven = {0.04, 0.08, 0.2, 0.24, 0.44, 0.48};

    for (double[] times : new double[][] {even, uneven}) {
      Parabola fit = Parabola.through(times, heights(times));

      assertThat(fit.start()).isCloseTo(1.2, within(1e-12));
      assertThat(fit.slope()).isCloseTo(-0.7, within(1e-11));
      assertThat(fit.bend()).isCloseTo(6.2, within(1e-10));
    }
  }

  @Test
  void whatIsNoParabolaIsFittedByLeastSquares() {
    double[] times = {0, 1, 2, 4};
    double[] values = {1, -2, 3, 5};

    Parabola fit = Parabola.through(times, values);

    // the residuals of a least squares fit are orthogonal to 1, t and t^2
    for (int power = 0; power < 3; power++) {
      double product = 0;
      for (int i = 0; i < times.length; i++) {
        double t = times[i];
        double residual = values[i] - fit.start() - fit.slope() * t - fit.bend() * t * t / 2;
        product += residual * Math.pow(t, power);
      }
      assertThat(product).isCloseTo(0, within(1e-12));
    }
  }
}
