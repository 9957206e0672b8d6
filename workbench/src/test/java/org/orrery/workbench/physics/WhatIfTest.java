package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.models.Condition;
import org.orrery.workbench.models.JepaConfig;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.probes.LatentReadout;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class WhatIfTest {
  private static final WorldModel MODEL =
      WorldModel.load(Path.of("..", "checkpoints", "jepa-tiny"));
  private static final World BALL = Worlds.bouncingBall();
  private static final Outcome APEX = Outcome.least("position", "y");

  @Test
  void theShippedModelImaginesTheHighestPointUnderAnotherGravity() {
    WhatIfReport report = Physics.whatIf(MODEL, BALL, "gravity", new double[] {2, 11}, APEX, 10, 3);

    assertThat(report.row(11).simulated().value()).isGreaterThan(report.row(2).simulated().value());
    for (WhatIfReport.Row row : report.rows()) {
      double copied = Math.abs(row.held().value() - row.simulated().value());
      assertThat(Math.abs(row.imagined().value() - row.simulated().value())).isLessThan(copied);
    }
    assertThat(report.gain().low()).isPositive();
    assertThat(report.unit()).isEqualTo("m");
    assertThat(report.notes()).contains("least position y", "times as fast");
  }

  @Test
  void aModelWithConditionsIsToldThem() {
    Condition gravity = new Condition("gravity", 1, 12);
    WorldModel told = WorldModel.create(JepaConfig.nano().withConditions(List.of(gravity)), 1);

    WhatIfReport report = Physics.whatIf(told, BALL, "gravity", new double[] {2, 11}, APEX, 5, 3);

    assertThat(report.rows()).hasSize(2);
    assertThat(report.imagination()).isPositive();
    assertThat(report.row(2).imagined().known()).isTrue();
  }

  @Test
  void halfTheChangeIsAGainOfOneHalfWhateverTheOffset() {
    double[][][] outcomes = new double[3][4][];
    for (int v = 0; v < 3; v++) {
      for (int i = 0; i < 4; i++) {
        double simulated = (v + 1) * (i + 1) + 10 * i;
        outcomes[v][i] = new double[] {simulated, 0.5 * simulated + 100 * i};
      }
    }

    assertThat(WhatIfTrial.gain(outcomes, new int[] {0, 1, 2, 3})).isCloseTo(0.5, within(1e-12));
    assertThat(WhatIfTrial.gain(outcomes, new int[] {2, 2, 0, 1})).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void whatIsLinearInTwoLatentsIsReadExactly() {
    SplittableRandom random = new SplittableRandom(5);
    double[][][] latents = new double[20][16][3];
    double[][] values = new double[20][16];
    for (int c = 0; c < 20; c++) {
      for (int t = 0; t < 16; t++) {
        for (int d = 0; d < 3; d++) {
          latents[c][t][d] = random.nextDouble();
        }
        double before = latents[c][Math.max(0, t - 1)][0];
        values[c][t] = 3 * latents[c][t][2] - 5 * before + 7;
      }
    }

    LatentReadout readout = LatentReadout.fit(latents, values);

    assertThat(readout.read(latents[3])).containsExactly(values[3], within(1e-3));
  }

  @Test
  void anOutcomeIsAnExtremeOfAVariable() {
    double[] values = {1, -7, 3};

    assertThat(Outcome.largest("x").of(values)).isEqualTo(3);
    assertThat(Outcome.largestSize("x").of(values)).isEqualTo(7);
    assertThat(APEX.of(values)).isEqualTo(-7);
    assertThatThrownBy(() -> Outcome.largest("position").values(BALL.generate(1, 0), 0, 4))
        .hasMessageContaining("has the components [x, y]; \"position\" was asked for");
  }

  @Test
  void whatCannotBeChangedIsRefused() {
    double[] two = {1, 2};

    assertThatThrownBy(() -> Physics.whatIf(MODEL, BALL, "wind", two, APEX, 8, 1))
        .hasMessageContaining("bouncing-ball has no parameter \"wind\"");
    assertThatThrownBy(() -> Physics.whatIf(MODEL, BALL, "gravity", new double[] {1}, APEX, 8, 1))
        .hasMessageContaining("2 values of gravity or more");
    assertThatThrownBy(
            () -> Physics.whatIf(MODEL, BALL, "gravity", new double[] {2, 2}, APEX, 8, 1))
        .hasMessageContaining("different ones; received [2.0, 2.0]");
    assertThatThrownBy(() -> Physics.whatIf(MODEL, BALL, "gravity", two, APEX, 2, 1))
        .hasMessageContaining("2 clips a value are too few");
  }
}
