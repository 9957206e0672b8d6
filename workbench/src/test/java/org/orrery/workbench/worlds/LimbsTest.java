package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.dyn4j.dynamics.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class LimbsTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void jointsStayWithinTheirLimits(int gesture) {
    for (Clip clip : Clips.of(Worlds.limbs().set("gesture", gesture).frames(60), 6).seed(3)) {
      for (int t = 0; t < clip.frames(); t++) {
        assertThat(clip.variable("beyond the limits").at(t, 0))
            .as("%s frame %d", clip.id(), t)
            .isLessThan(0.06f);
      }
    }
  }

  @Test
  void aJointThatBendsPastItsLimitIsToldSo() {
    MatchedPair pair =
        Violation.BENDS_PAST_JOINT.pair(Worlds.limbs().set("gesture", 0).frames(48), 3, 1);
    Variable beyond = pair.impossible().variable("beyond the limits");

    assertThat(beyond.at(pair.onset() - 1, 0)).isLessThan(0.06f);
    assertThat(beyond.at(47, 0)).isGreaterThan(0.5f);
  }

  @Test
  void inTheAirTheCentreOfMassFallsAndTheSpinStays() {
    double step = 1e-3;
    RigidBodies bodies = new RigidBodies(9.81, step);
    Figure figure = new Figure(bodies, 0, 0);
    double spin = 0.5;
    for (Body body : figure.parts()) {
      body.setAngularVelocity(spin);
      body.setLinearVelocity(-spin * body.getWorldCenter().y, spin * body.getWorldCenter().x);
    }
    figure.limbs.get(1).setAngularVelocity(-4);
    double[] before = sums(figure);

    bodies.advance(0.8);

    double[] after = sums(figure);
    assertThat(after[0]).isCloseTo(before[0] + 0.8 * before[2], within(2e-3));
    assertThat(after[1])
        .isCloseTo(before[1] + 0.8 * before[3] + 9.81 * 0.8 * (0.8 + step) / 2, within(2e-3));
    assertThat(after[4]).isCloseTo(before[4], within(0.02 * Math.abs(before[4])));
  }

  @Test
  void aWalkingFigureGetsAsFarAsItsStridesAreLong() {
    Clip clip = Worlds.limbs().set("gesture", 1).set("rate", 0.8).set("reach", 0.4).generate(3, 0);
    Variable position = clip.variable("position");

    double expected = 4 * 0.84 * Math.sin(0.4) * 0.8 * 31 / 25;
    assertThat((double) position.at(31, 0) - position.at(0, 0)).isCloseTo(expected, within(1e-3));
    Variable angle = clip.variable("angle");
    int turns = 0;
    for (int t = 1; t < 32; t++) {
      turns += angle.at(t, 2) * angle.at(t - 1, 2) < 0 ? 1 : 0;
    }
    assertThat(turns).as("the left hip swings through").isBetween(1, 3);
  }

  @Test
  void aFallingFigureLosesItsEnergyToTheFloor() {
    Clip clip = Worlds.limbs().set("gesture", 2).frames(75).generate(3, 0);

    assertThat(clip.variable("energy").at(74, 0))
        .isLessThan(0.4f * clip.variable("energy").at(0, 0));
    assertThat(clip.variable("position").at(74, 1))
        .isGreaterThan(clip.variable("position").at(0, 1) + 0.5f);
  }

  /** Centre of mass, its velocity, and the angular momentum about it. */
  private static double[] sums(Figure figure) {
    double[] sums = new double[5];
    double total = 0;
    for (Body body : figure.parts()) {
      double mass = body.getMass().getMass();
      total += mass;
      sums[0] += mass * body.getWorldCenter().x;
      sums[1] += mass * body.getWorldCenter().y;
      sums[2] += mass * body.getLinearVelocity().x;
      sums[3] += mass * body.getLinearVelocity().y;
    }
    for (int i = 0; i < 4; i++) {
      sums[i] /= total;
    }
    for (Body body : figure.parts()) {
      double mass = body.getMass().getMass();
      double dx = body.getWorldCenter().x - sums[0];
      double dy = body.getWorldCenter().y - sums[1];
      double vx = body.getLinearVelocity().x - sums[2];
      double vy = body.getLinearVelocity().y - sums[3];
      sums[4] += mass * (dx * vy - dy * vx);
      sums[4] += body.getMass().getInertia() * body.getAngularVelocity();
    }
    return sums;
  }
}
