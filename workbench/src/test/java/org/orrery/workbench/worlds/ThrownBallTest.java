package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class ThrownBallTest {

  @Test
  void uniformMotionIsStraightAndEven() {
    for (Clip clip : Clips.of(Worlds.uniformMotion(), 20).seed(2)) {
      Variable position = clip.variable("position");
      double v = clip.variable("velocity").at(0, 0);
      assertThat(Math.abs(v)).isBetween(1.0, 4.0);
      for (int t = 0; t < clip.frames(); t++) {
        assertThat((double) position.at(t, 0))
            .isCloseTo(position.at(0, 0) + v * t / 10, within(1e-5));
        assertThat(position.at(t, 1)).isEqualTo(position.at(0, 1));
      }
    }
  }

  @Test
  void aThrownBallFollowsTheParabolaAndKeepsItsEnergy() {
    for (Clip clip : Clips.of(Worlds.parabola(), 20).seed(2)) {
      Variable position = clip.variable("position");
      Variable velocity = clip.variable("velocity");
      double g = clip.variable("gravity").at(0, 0);
      for (int t = 0; t < clip.frames(); t++) {
        double s = t / clip.fps();
        double y = position.at(0, 1) + velocity.at(0, 1) * s + g * s * s / 2;
        assertThat((double) position.at(t, 1)).isCloseTo(y, within(1e-4));
        assertThat((double) velocity.at(t, 1)).isCloseTo(velocity.at(0, 1) + g * s, within(1e-4));
      }
      assertThat(Told.drift(clip, "energy")).isLessThan(1e-5);
    }
  }

  @Test
  void aBallThatFallsThroughAirApproachesItsTerminalSpeedAsTheTangentSays() {
    double radius = 0.5;
    double mass = Math.PI * radius * radius;
    double k = 0.3;
    double g = 9.81;
    double terminal = Math.sqrt(mass * g / k);
    ThrownBall ball = new ThrownBall(radius, g, k, 5, 0, 0, 0);
    for (int t = 1; t <= 100; t++) {
      ball.advance(0.04);
      double s = 0.04 * t;
      double fallen = terminal * terminal / g * Math.log(Math.cosh(g * s / terminal));
      assertThat((double) Told.now(ball, "velocity")[1])
          .isCloseTo(terminal * Math.tanh(g * s / terminal), within(1e-5));
      assertThat((double) Told.now(ball, "position")[1]).isCloseTo(fallen, within(1e-4));
    }
  }

  @Test
  void dragTakesEnergyAndNeverGivesAny() {
    for (Clip clip : Clips.of(Worlds.drag(), 20).seed(2)) {
      Variable energy = clip.variable("energy");
      for (int t = 1; t < clip.frames(); t++) {
        assertThat(energy.at(t, 0)).isLessThan(energy.at(t - 1, 0));
      }
    }
  }
}
