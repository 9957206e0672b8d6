package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.models.JepaConfig;
import org.orrery.workbench.models.WorldModel;
import org.orrery.workbench.physics.RulesReport.Row;
import org.orrery.workbench.physics.RulesReport.Verdict;
import org.orrery.workbench.worlds.Holdout;
import org.orrery.workbench.worlds.Worlds;

class RulesTest {
  /** Phyworld's ranges in and out of distribution, and a gap and a corner of our own. */
  private static final Holdout HELD =
      Holdout.of(Worlds.uniformMotion())
          .gap("speed", 2, 3)
          .combination("speed", 3, 4, "radius", 1.1, 1.4)
          .outside("speed", 0, 0.8)
          .outside("speed", 4.5, 6)
          .outside("radius", 0.3, 0.6)
          .outside("radius", 1.5, 2);

  private static final int CLIPS = 8;

  @Test
  void whoKnowsTheLawFollowsIt() {
    RulesReport report = judge(StraightOn.oracle());

    assertThat(report.verdict()).isEqualTo(Verdict.FOLLOWS);
    Row held = report.row("all held back", "model");
    assertThat(held.drift().high()).isLessThan(0.1);
    assertThat(held.landed().value()).isZero();
    assertThat(report.why()).startsWith("Follows the rules: error out of distribution is ");
  }

  @Test
  void whoTakesTheNearestTrainingCaseImitates() {
    RulesReport report = judge(StraightOn.memoriser(HELD.inside(), 300, 5));

    assertThat(report.verdict()).isEqualTo(Verdict.IMITATES);
    assertThat(report.row("speed 0 to 0.8", "model").drift().value()).isCloseTo(1, within(0.1));
    assertThat(report.row("speed 0 to 0.8", "model").landed().value()).isEqualTo(1);
    assertThat(report.row("in distribution", "model").values()).isZero();
    assertThat(report.why()).startsWith("Imitates: error out of distribution is ");
  }

  /** A ball anywhere is no imitation: it has no skill to be judged. */
  @Test
  void whoGuessesIsNotJudged() {
    RulesReport report = judge(StraightOn.anywhere(3));

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(report.why()).contains("too little skill");
  }

  /** A third of the way to the middle of the training speeds is wrong, yet no training case. */
  @Test
  void whoIsWrongInAnotherWayIsUndecided() {
    RulesReport report =
        judge(
            StraightOn.believing(
                (speed, radius) ->
                    new double[] {
                      speed >= 1 && speed <= 4 ? speed : speed + 0.2 * (2.5 - speed), radius
                    }));

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(report.row("all held back", "model").ratio().low()).isGreaterThan(2);
  }

  /** Whoever stops out of distribution has a slope as well, and lands nowhere. */
  @Test
  void whoStandsStillOutOfDistributionIsNoImitator() {
    RulesReport report =
        judge(
            StraightOn.believing(
                (speed, radius) -> new double[] {speed >= 1 && speed <= 4 ? speed : 0, radius}));

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(report.row("speed 4.5 to 6", "model").drift().low()).isGreaterThan(2);
  }

  @Test
  void gapsAndCornersAreInTheHullOfWhatWasSeenOrBesideIt() {
    RulesReport report = judge(Forecast.copyLast());

    int gap = report.row("gap", "model").clips();
    int corner = report.row("combination", "model").clips();
    assertThat(report.row("in hull", "model").clips()).isGreaterThan(gap).isLessThan(gap + corner);
    assertThat(report.row("out of hull", "model").clips()).isGreaterThanOrEqualTo(4 * CLIPS);
  }

  @Test
  void aModelIsJudgedBesideItsControls() {
    WorldModel fresh = WorldModel.create(JepaConfig.nano(), 1);
    Holdout held =
        Holdout.of(Worlds.bouncingBall()).outside("gravity", 13, 18).outside("radius", 0.6, 0.8);
    List<String> lines = new ArrayList<>();

    RulesReport report = Physics.rules(fresh, held, 5, 7, lines::add);

    assertThat(report.rows().stream().map(Row::forecaster).distinct())
        .containsExactly("model", "copy-last", "linear latent", "untrained", "instrument");
    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(report.row("gravity 13 to 18", "instrument").drift().value()).isZero();
    assertThat(report.row("radius 0.6 to 0.8", "instrument").values()).isEqualTo(5);
    assertThat(report.table().columnNames()).contains("over in distribution", "drift slope");
    assertThat(lines).hasSize(4);
  }

  @Test
  void aWorldIsHeldBackBeyondEachOfItsRanges() {
    assertThat(RulesTrial.around(Worlds.uniformMotion()).parts().keySet())
        .containsExactly(
            "speed 0 to 0.7", "speed 4.3 to 5.5", "radius 0.35 to 0.63", "radius 1.47 to 1.75");
    assertThat(RulesTrial.around(Worlds.bouncingBall()).parts()).hasSize(1);
  }

  @Test
  void anInterruptEndsIt() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> judge(StraightOn.oracle()))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void nothingHeldBackIsRefused() {
    Holdout nothing = Holdout.of(Worlds.uniformMotion());

    assertThatThrownBy(() -> Physics.rules("oracle", StraightOn.oracle(), nothing, 8, 1))
        .hasMessageContaining("nothing is held back of uniform-motion");
    assertThatThrownBy(() -> Physics.rules("oracle", StraightOn.oracle(), HELD, 2, 1))
        .hasMessageContaining("2 clips a part are too few");
  }

  @Test
  void aHullHoldsWhatLiesBetweenItsPointsOnly() {
    Hull square =
        new Hull(
            List.of(
                new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 1}),
            0.01);

    assertThat(square.holds(new double[] {0.5, 0.5})).isTrue();
    assertThat(square.holds(new double[] {0.99, 0.02})).isTrue();
    assertThat(square.holds(new double[] {1.03, 0.5})).isFalse();
    assertThat(square.holds(new double[] {-0.5, -0.5})).isFalse();
  }

  private static RulesReport judge(Forecast forecast) {
    return Physics.rules("someone", forecast, HELD, CLIPS, 11);
  }
}
