package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.Clip;

class OrbitsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.6})
  void twoBodiesReturnAfterKeplersPeriod(double eccentricity) {
    double axis = 2;
    SimulatedWorld world =
        Worlds.twoBodyOrbit()
            .set("eccentricity", eccentricity)
            .set("semi-major axis", axis)
            .set("mass ratio", 0.5);
    Orbits orbits = (Orbits) world.start(world.values(3, 0), Seeds.random(3, 0));
    double startX = orbits.x[0];
    double startY = orbits.y[1];
    double period = 2 * Math.PI * Math.sqrt(axis * axis * axis / 12);

    for (int i = 0; i < 50; i++) {
      orbits.advance(period / 50);
    }

    assertThat(orbits.x[0]).isCloseTo(startX, within(1e-5));
    assertThat(orbits.y[1]).isCloseTo(startY, within(1e-5));
    assertThat(orbits.energy()).isCloseTo(-8.0 * 4.0 / (2 * axis), within(1e-6));
  }

  @Test
  void theFigureOfEightClosesAfterItsPublishedPeriod() {
    SimulatedWorld world = Worlds.threeBodyOrbit().set("mass", 5).set("perturbation", 0);
    Orbits orbits = (Orbits) world.start(world.values(1, 0), Seeds.random(1, 0));
    double[] x = orbits.x.clone();
    double[] y = orbits.y.clone();
    double period = 6.32591398 * Math.sqrt(2.6 * 2.6 * 2.6 / 5);

    for (int i = 0; i < 100; i++) {
      orbits.advance(period / 100);
    }

    assertThat(orbits.x).containsExactly(x, within(1e-5));
    assertThat(orbits.y).containsExactly(y, within(1e-5));
  }

  @Test
  void energyMomentumAndAngularMomentumAreKept() {
    Clip clip = Worlds.threeBodyOrbit().frames(300).generate(5, 1);

    assertThat(Told.drift(clip, "energy")).isLessThan(1e-5);
    assertThat(clip.variable("momentum").at(299, 0))
        .isCloseTo(clip.variable("momentum").at(0, 0), within(1e-5f));
    assertThat(clip.variable("angular momentum").at(299, 0))
        .isCloseTo(clip.variable("angular momentum").at(0, 0), within(1e-4f));
  }
}
