package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class DeformingTest {
  private static final double[] STILL = {0, 0, 0};

  @Test
  void aHangingRopeIsStretchedByTheWeightBelowEachOfItsLinks() {
    int n = 8;
    double mass = 0.2;
    double compliance = 1 / 300.0;
    Fabric rope = rope(n, mass, compliance, 8);

    rope.advance(12, 12 * 1500, STILL, (place, before) -> {});

    for (int i = 1; i < n; i++) {
      double weight = mass * 9.81 * (n - i);
      assertThat(rope.distance(i - 1, i))
          .as("link %d", i)
          .isCloseTo(0.1 + compliance * weight, within(1e-4));
    }
  }

  @Test
  void aBobOnALinkBouncesWithThePeriodOfItsSpring() {
    double mass = 0.5;
    double stiffness = 80;
    Fabric bob = rope(2, mass, 1 / stiffness, 0);
    double hanging = 0.1 + mass * 9.81 / stiffness;
    double period = 2 * Math.PI * Math.sqrt(mass / stiffness);

    bob.advance(period / 2, 4000, STILL, (place, before) -> {});

    assertThat(bob.place[1][1]).isCloseTo(2 * hanging - 0.1, within(1e-3));
  }

  @Test
  void theErrorOfABouncingBobFallsWithTheStep() {
    double coarse = error(200);
    double fine = error(800);

    assertThat(Math.log(coarse / fine) / Math.log(4)).as("order").isBetween(0.8, 2.2);
  }

  /** After a third of a period, against the cosine. */
  private static double error(int steps) {
    double mass = 0.5;
    double stiffness = 80;
    Fabric bob = rope(2, mass, 1 / stiffness, 0);
    double omega = Math.sqrt(stiffness / mass);
    double hanging = 0.1 + mass * 9.81 / stiffness;
    bob.advance(2 * Math.PI / omega / 3, steps, STILL, (place, before) -> {});
    return Math.abs(bob.place[1][1] - (hanging + (0.1 - hanging) * Math.cos(2 * Math.PI / 3)));
  }

  private static Fabric rope(int n, double mass, double compliance, double drag) {
    Fabric rope = new Fabric(n, 9.81, drag);
    for (int i = 0; i < n; i++) {
      rope.place[i][1] = 0.1 * i;
      rope.inverseMass[i] = i == 0 ? 0 : 1 / mass;
    }
    for (int i = 1; i < n; i++) {
      rope.link(i - 1, i, compliance, 1e9);
    }
    return rope;
  }

  @Test
  void aLinkTearsWhereItIsStretchedTooFar() {
    Fabric rope = new Fabric(3, 10, 0);
    for (int i = 0; i < 3; i++) {
      rope.place[i][1] = i;
      rope.inverseMass[i] = i == 0 ? 0 : 1;
    }
    rope.link(0, 1, 1 / 100.0, 1.15);
    rope.link(1, 2, 1 / 100.0, 1.15);

    rope.advance(1, 1000, STILL, (place, before) -> {});

    assertThat(rope.joined(0, 1)).as("carries two weights").isFalse();
    assertThat(rope.joined(1, 2)).as("carries one and then none").isTrue();
    assertThat(rope.torn()).isEqualTo(1);
  }

  @Test
  void aJellyKeepsItsAreaAndComesToRestOnPegAndFloor() {
    for (Clip clip : Clips.of(Worlds.jelly().frames(60), 6).seed(2)) {
      Variable area = clip.variable("area");
      for (int t = 0; t < clip.frames(); t++) {
        assertThat(area.at(t, 0)).as("%s frame %d", clip.id(), t).isCloseTo(0.75f, within(0.06f));
      }
      assertThat(clip.variable("energy").at(59, 0)).isLessThan(clip.variable("energy").at(0, 0));
    }
  }

  @Test
  void aJellyInTheAirFallsAsItsCentreOfMassMust() {
    Clip clip = Worlds.jelly().set("damping", 0).set("gravity", 10).fps(50).generate(2, 0);
    Variable position = clip.variable("position");
    double fall = position.at(8, 1) - position.at(0, 1);

    assertThat(fall).isCloseTo(5 * 0.16 * 0.16, within(1e-3 + 5 * 0.16 * 0.02 / 40));
  }

  @Test
  void weakClothTearsAndStrongClothDoesNot() {
    SimulatedWorld heavy = Worlds.tearingCloth().set("mass", 0.4, 0.5).set("stiffness", 40, 50);
    for (Clip clip : Clips.of(heavy.set("tears at", 50), 3).seed(2)) {
      assertThat(clip.variable("torn links").at(31, 0)).isZero();
    }
    for (Clip clip : Clips.of(heavy.set("tears at", 1.12), 3).seed(2)) {
      assertThat(clip.variable("torn links").at(0, 0)).isZero();
      assertThat(clip.variable("torn links").at(31, 0)).isPositive();
    }
  }
}
