package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;

class FloatingBodyTest {
  private static final double LEVEL = FloatingBody.SIDE / 2;
  private static final double G = 9.81;

  @Test
  void aBodyComesToRestWhereItDisplacesItsWeight() {
    for (Clip clip : Clips.of(Worlds.floatingBody().set("damping", 20).frames(500), 5).seed(1)) {
      assertThat(clip.variable("displaced").at(499, 0))
          .isCloseTo(clip.variable("mass").at(499, 0) / 1000, within(1e-4f));
    }
  }

  @Test
  void aSmallHeaveHasThePeriodOfTheDraught() {
    double high = 1;
    double density = 0.5;
    double omega = Math.sqrt(G / (density * high));
    double rest = LEVEL;
    FloatingBody body = new FloatingBody(2, high, density, 0, rest + 0.01, 0, 0, 0);

    run(body, Math.PI / omega);

    assertThat((double) Told.now(body, "position")[1]).isCloseTo(rest - 0.01, within(1e-5));
  }

  @Test
  void aSmallRollHasThePeriodOfTheMetacentricHeight() {
    double wide = 2;
    double high = 0.8;
    double density = 0.5;
    double draught = density * high;
    double metacentre = wide * wide / (12 * draught) - (high - draught) / 2;
    double inertia = (wide * wide + high * high) / 12;
    double omega = Math.sqrt(G * metacentre / inertia);
    FloatingBody body = new FloatingBody(wide, high, density, 0, LEVEL, 0.002, 0, 0);

    run(body, Math.PI / omega);

    assertThat((double) Told.now(body, "angle")[0]).isCloseTo(-0.002, within(2e-6));
  }

  @Test
  void withoutFrictionEnergyIsKeptThroughTheSplash() {
    FloatingBody body = new FloatingBody(2, 0.8, 0.5, 0, LEVEL - 1, 0.4, 0, 0);
    double before = Told.now(body, "energy")[0];
    for (int i = 0; i < 100; i++) {
      body.advance(0.04);
      assertThat((double) Told.now(body, "energy")[0]).isCloseTo(before, within(1e-3 * before));
    }
  }

  @Test
  void whatIsUnderWaterIsMeasuredExactly() {
    double[] x = {0, 4, 4, 0};
    double[] y = {0, 0, 3, 3};

    assertThat(Submerged.of(x, y, 1)).isEqualTo(new Submerged(8, 2, 2));
    assertThat(Submerged.of(x, y, -1).area()).isEqualTo(12);
    assertThat(Submerged.of(x, y, 5).area()).isZero();
  }

  private static void run(Motion motion, double seconds) {
    int frames = (int) Math.ceil(seconds / 0.04);
    for (int i = 0; i < frames; i++) {
      motion.advance(seconds / frames);
    }
  }
}
