package org.orrery.workbench.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;

/** SIGReg and VICReg's terms against their formulas in plain Java. */
class CollapseGuardTest {
  private static final int BATCH = 200;
  private static final int TIME = 3;
  private static final int D = 4;

  private static float[] normal(double scale) {
    Random random = new Random(2);
    float[] values = new float[BATCH * TIME * D];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  private static INDArray latents(float[] values) {
    return Nd4j.createFromArray(values).reshape(BATCH, TIME, D);
  }

  private static double sigreg(float[] values, INDArray projections) {
    try (Network network = Engine.torch().network(Parameters.of(List.of()))) {
      return network
          .run(
              (ops, in) -> Map.of("s", SigReg.statistic(ops, in.get("z"), in.get("p"))),
              Map.of("z", latents(values), "p", projections))
          .get("s")
          .getDouble(0);
    }
  }

  private static double covariance(float[] values) {
    try (Network network = Engine.torch().network(Parameters.of(List.of()))) {
      return network
          .run(
              (ops, in) -> Map.of("s", Covariance.penalty(ops, in.get("z"))),
              Map.of("z", latents(values)))
          .get("s")
          .getDouble(0);
    }
  }

  @Test
  void projectionsAreUnitVectors() {
    INDArray projections = SigReg.projections(D, 9, new Random(1));

    assertThat(projections.norm2(0).sub(1).amaxNumber().doubleValue()).isLessThan(1e-6);
  }

  @Test
  void theStatisticIsEppsAndPulleys() {
    float[] z = normal(1.3);
    INDArray projections = SigReg.projections(D, 5, new Random(1));

    assertThat(sigreg(z, projections)).isCloseTo(eppsPulley(z, projections), within(1e-3));
  }

  private static double eppsPulley(float[] z, INDArray projections) {
    int m = (int) projections.size(1);
    double sum = 0;
    for (int t = 0; t < TIME; t++) {
      for (int j = 0; j < m; j++) {
        for (int knot = 0; knot <= 16; knot++) {
          double s = 3.0 * knot / 16;
          double cos = 0;
          double sin = 0;
          for (int b = 0; b < BATCH; b++) {
            double x = 0;
            for (int d = 0; d < D; d++) {
              x += z[(b * TIME + t) * D + d] * projections.getDouble(d, j);
            }
            cos += Math.cos(s * x) / BATCH;
            sin += Math.sin(s * x) / BATCH;
          }
          double gaussian = Math.exp(-s * s / 2);
          double weight = 3.0 / 16 * (knot == 0 || knot == 16 ? 0.5 : 1) * gaussian;
          sum += weight * ((cos - gaussian) * (cos - gaussian) + sin * sin);
        }
      }
    }
    return BATCH * sum / (TIME * m);
  }

  @Test
  void bothPunishCollapseAndLetStandardNormalLatentsBe() {
    INDArray projections = SigReg.projections(D, 16, new Random(1));

    assertThat(sigreg(normal(0.01), projections))
        .isGreaterThan(20 * sigreg(normal(1), projections));
    assertThat(covariance(normal(1))).isLessThan(0.1);
    assertThat(covariance(normal(0.01))).isGreaterThan(0.9);
  }

  @Test
  void latentsThatVaryTogetherArePunished() {
    float[] z = normal(1);
    for (int row = 0; row < BATCH * TIME; row++) {
      z[row * D + 1] = z[row * D];
    }

    // One pair of covariance one, counted twice, over four dimensions.
    assertThat(covariance(z)).isCloseTo(0.5, within(0.1));
  }
}
