package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class VelocityErrorTest {
  private static final int CLIPS = 10;
  private static final double PUBLISHED_FLOOR = 0.0099;
  private static final double MEAN_SPEED = 2.5;

  /**
   * It takes 256 steps for 255, so that every velocity is read v / 256 too small: at the scene's
   * mean speed of 2.5 m/s, the floor that was published.
   */
  @Test
  void thePublishedParserHasThePublishedFloorOnThePublishedScene() {
    VelocityError floor = floor(VelocityInstrument.PUBLISHED, VelocityInstrument.publishedScene());

    assertThat(floor.ofMean()).isCloseTo(floor.speed() / 256, within(0.0004));
    assertThat(floor.ofMean() * MEAN_SPEED / floor.speed())
        .isCloseTo(PUBLISHED_FLOOR, within(0.0004));
    assertThat(floor.lost()).isZero();
  }

  @Test
  void theCentroidReadsThePublishedSceneTenTimesBetter() {
    VelocityError floor = floor(VelocityInstrument.CENTROID, VelocityInstrument.publishedScene());

    assertThat(floor.ofMean()).isLessThan(PUBLISHED_FLOOR / 10);
    assertThat(floor.perFrame()).isLessThan(PUBLISHED_FLOOR);
  }

  @Test
  void framesThatAreDrawnByTheShareThatIsCoveredAreReadExactly() {
    World ours = Worlds.uniformMotion().size(256);

    assertThat(floor(VelocityInstrument.CENTROID, ours).perFrame())
        .isLessThan(0.0005)
        .isLessThan(floor(VelocityInstrument.PUBLISHED, ours).perFrame() / 10);
  }

  @Test
  void twiceTheSpeedIsWrongByTheSpeed() {
    World world = Worlds.uniformMotion().set("speed", 1, 1.5);
    Clip truth = world.generate(5, 0);
    Clip faster = world.change("speed", v -> 2 * v).generate(5, 0);
    double v = truth.variable("speed").at(0, 0);

    VelocityError error = Physics.velocityError(truth, faster.slice(5, 20), 5);

    assertThat(error.speed()).isCloseTo(v, within(1e-4));
    assertThat(error.ofMean()).isGreaterThan(v).isLessThan(2 * v);
  }

  @Test
  void aClipThatSwingsAboutTheTruthIsWrongPerFrameAndRightInTheMean() {
    Clip truth = Worlds.uniformMotion().set("speed", 2).generate(3, 1);
    Clip.Builder swing = Clip.builder("swing", 3, 64, 64).fps(10).pixelsPerMetre(6.4);
    for (int t = 4; t < 20; t++) {
      swing.frame(truth.frame(t % 2 == 0 ? t : t - 1));
    }
    VelocityError error = Physics.velocityError(truth, swing.build(), 4);

    assertThat(error.perFrame()).isCloseTo(2, within(0.2));
    assertThat(error.ofMean()).isLessThan(0.2);
  }

  @Test
  void anEmptyDreamCountsAsAStandstill() {
    Clip truth = Worlds.uniformMotion().generate(3, 1);
    Clip.Builder empty = Clip.builder("empty", 1, 32, 32);
    for (int t = 0; t < 10; t++) {
      empty.frame(new byte[32 * 32]);
    }
    VelocityError error = Physics.velocityError(truth, empty.build(), 4);

    assertThat(error.lost()).isEqualTo(1);
    assertThat(error.perFrame()).isCloseTo(error.speed(), within(1e-9));
  }

  @Test
  void greyFramesAreRefusedByThePublishedParser() {
    Clip truth = Worlds.bouncingBall().generate(3, 1);

    assertThatThrownBy(
            () -> Physics.velocityError(VelocityInstrument.PUBLISHED, truth, truth.slice(4, 20), 4))
        .hasMessageContaining("is grey: use VelocityInstrument.CENTROID");
    assertThatThrownBy(() -> Physics.velocityError(truth, truth, 0))
        .hasMessageContaining("given: expected 1 frame or more");
  }

  private static VelocityError floor(VelocityInstrument instrument, World world) {
    return Physics.velocityFloor(instrument, world, CLIPS, 2027);
  }
}
