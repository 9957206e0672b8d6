package org.orrery.workbench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.clips.ClipSet;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.models.Direction;
import org.orrery.workbench.worlds.Worlds;

class DirectionsTest {
  private static final ClipSet CLIPS =
      Clips.of(Worlds.bouncingBall().frames(12).size(16), 40).seed(7);

  @Test
  void aDirectionIsTheCovarianceTimesTheWeightsForAnAnswerOfOneMore() {
    // given latents of known covariance and a probe of known weights
    int n = 5000;
    Random random = new Random(1);
    double[][] latents = new double[n][3];
    for (double[] z : latents) {
      double a = random.nextGaussian();
      z[0] = a;
      z[1] = 0.5 * a + random.nextGaussian();
      z[2] = 3 * random.nextGaussian();
    }
    double[] w = {2, -1, 0.5};
    INDArray features = Nd4j.create(latents);
    INDArray answers = features.mmul(Nd4j.create(w).reshape(3, 1));
    ProbeData.Part part = new ProbeData.Part(features, answers, new int[n], null);

    Direction direction =
        Directions.of(ProbeTarget.of("x"), part, rows -> rows.mmul(Nd4j.create(w).reshape(3, 1)))
            .get(0);

    // then it is Sigma w / (w' Sigma w) with Sigma = [[1, .5, 0], [.5, 1.25, 0], [0, 0, 9]]
    double[] sigmaW = {1.5, -0.25, 4.5};
    double along = 2 * 1.5 + 0.25 + 0.5 * 4.5;
    double answer = 0;
    for (int j = 0; j < 3; j++) {
      assertThat(direction.perUnit()[0][j]).isCloseTo(sigmaW[j] / along, within(0.03));
      answer += w[j] * direction.perUnit()[0][j];
    }
    assertThat(answer).isCloseTo(1, within(1e-10));
  }

  @Test
  void aReportGivesADirectionForEveryComponentOfALinearProbe() {
    FrozenEncoder state =
        clips -> {
          double[][][] z = new double[clips.size()][clips.get(0).frames()][3];
          for (int c = 0; c < z.length; c++) {
            for (int t = 0; t < z[c].length; t++) {
              z[c][t][0] = 2 * clips.get(c).variable("position").at(t, 0);
              z[c][t][1] = clips.get(c).variable("position").at(t, 1);
              z[c][t][2] = Math.sin(31 * c + t);
            }
          }
          return Nd4j.create(z);
        };
    Probe probe = Probe.linear().targets(ProbeTarget.of("position").window(2)).controls();
    ProbeReport report = probe.run(state, CLIPS);

    Direction across = report.direction("position", 2, 0);

    assertThat(across.window()).isEqualTo(2);
    assertThat(across.perUnit()[1][0]).isCloseTo(2, within(0.1));
    assertThat(across.name()).isEqualTo("position 0 from [z_t-1, z_t]");
    assertThatThrownBy(() -> report.direction("position")).hasMessageContaining("2 components");
    assertThatThrownBy(() -> report.direction("position", 2, 2))
        .hasMessageContaining("ask for 0 to 1");
    assertThatThrownBy(() -> report.direction("gravity")).hasMessageContaining("gravity");
    Probe classes = Probe.linear().targets(ProbeTarget.of("contact").asClasses()).controls();
    assertThat(classes.run(state, CLIPS).results().get(0).directions()).isEmpty();
  }
}
