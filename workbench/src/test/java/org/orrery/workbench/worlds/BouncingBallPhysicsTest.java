package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class BouncingBallPhysicsTest {

  @Test
  void freeFlightIsTheParabola() {
    int flights = 0;
    for (Clip clip : Clips.of(Worlds.bouncingBall(), 50).seed(3)) {
      for (int from = 0; from < clip.frames(); from++) {
        for (int to = from + 1; to < clip.frames() && free(clip, to); to++) {
          assertOnParabola(clip, from, to);
          flights++;
        }
      }
    }
    assertThat(flights).isGreaterThan(1000);
  }

  @Test
  void halfTheFramesASecondAreEverySecondFrame() {
    Clip all = Worlds.bouncingBall().generate(3, 1);
    Clip half = Worlds.bouncingBall().fps(12.5).frames(16).generate(3, 1);

    assertThat(half.fps()).isEqualTo(12.5);
    for (int t = 0; t < 16; t++) {
      float[] place = all.variable("position").at(2 * t);
      assertThat(half.variable("position").at(t)).containsExactly(place, within(1e-4f));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void perfectBouncesKeepTheEnergy(long seed) {
    Clip clip = Worlds.bouncingBall().restitution(1).frames(500).generate(seed, 0);
    Variable energy = clip.variable("energy");
    for (int t = 0; t < clip.frames(); t++) {
      assertThat(energy.at(t, 0)).isCloseTo(energy.at(0, 0), within(1e-4f * energy.at(0, 0)));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.8, 1})
  void aFloorBounceKeepsRestitutionSquaredOfTheEnergyInTheNormalDirection(double restitution) {
    Ball ball = new Ball(10, restitution, 0.4, new double[] {3, 3}, new double[] {0.5, 0});
    double before = ball.energy();
    double normal = 10 * (BouncingBall.BOX - 0.4 - 3);

    assertThat(ball.move(0.9)).isTrue();

    assertThat(ball.energy())
        .isCloseTo(before - (1 - restitution * restitution) * normal, within(1e-9));
    assertThat(ball.vx).isEqualTo(0.5);
  }

  @Test
  void aSideWallTurnsOnlyTheHorizontalVelocity() {
    Ball ball = new Ball(0, 0.5, 0.4, new double[] {5, 3}, new double[] {4, 1});

    assertThat(ball.move(0.5)).isTrue();

    assertThat(ball.vx).isEqualTo(-2);
    assertThat(ball.vy).isEqualTo(1);
    assertThat(ball.x).isCloseTo(6 - 2 * 0.25, within(1e-12));
  }

  @Test
  void aDroppedBallComesToRestWhenTheBouncesAddUp() {
    double e = 0.5;
    double height = 6.4 - 0.4 - 1;
    double fall = Math.sqrt(2 * height / 10);
    double rest = fall * (1 + e) / (1 - e);
    Ball early = new Ball(10, e, 0.4, new double[] {3, 1}, new double[] {0, 0});
    Ball late = new Ball(10, e, 0.4, new double[] {3, 1}, new double[] {0, 0});

    early.move(0.9 * rest);
    late.move(1.001 * rest);

    assertThat(early.y).isLessThan(6);
    assertThat(late.y).isEqualTo(6);
    assertThat(late.vy).isZero();
    assertThat(late.move(0.04)).as("a resting ball touches the floor").isTrue();
  }

  @Test
  void theBallNeverLeavesTheBox() {
    BouncingBall wild =
        Worlds.bouncingBall().gravity(0, 30).restitution(0, 1).radius(0.1, 2).speed(60).frames(200);
    for (Clip clip : Clips.of(wild, 40).seed(11)) {
      Variable position = clip.variable("position");
      for (int t = 0; t < clip.frames(); t++) {
        assertThat(position.at(t, 0)).isBetween(0.1f, 6.3f);
        assertThat(position.at(t, 1)).isBetween(0.1f, 6.3f);
      }
    }
  }

  private static boolean free(Clip clip, int t) {
    return clip.variable("contact").at(t, 0) == 0;
  }

  private static void assertOnParabola(Clip clip, int from, int to) {
    double seconds = (to - from) / clip.fps();
    double g = clip.variable("gravity").at(from, 0);
    Variable position = clip.variable("position");
    Variable velocity = clip.variable("velocity");
    double x = position.at(from, 0) + velocity.at(from, 0) * seconds;
    double y = position.at(from, 1) + velocity.at(from, 1) * seconds + g * seconds * seconds / 2;
    assertThat((double) position.at(to, 0)).isCloseTo(x, within(1e-5));
    assertThat((double) position.at(to, 1)).isCloseTo(y, within(1e-5));
    assertThat((double) velocity.at(to, 1))
        .isCloseTo(velocity.at(from, 1) + g * seconds, within(1e-5));
  }
}
