package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class CarCrashTest {
  private static final double RIGID = 1e12;

  /** One mass on one element: the frame hardly gives way. */
  private static Car single(double mass, double stiffness, double yield, double speed) {
    CrumpleElement nose = new CrumpleElement(stiffness, yield, 0);
    return new Car(mass, 1e-9, nose, new CrumpleElement(0, RIGID, 0), 1, 1, speed, 0);
  }

  @Test
  void anElasticImpactIsHalfASine() {
    double mass = 1000;
    double stiffness = 4e6;
    double speed = 5;
    Car car = single(mass, stiffness, RIGID, speed);
    double omega = Math.sqrt(stiffness / mass);
    double peak = 0;
    double contact = 0;
    for (int i = 0; i < 6000; i++) {
      car.advance(1e-5);
      peak = Math.max(peak, car.noseForce);
      contact += car.noseForce > 0 ? 1e-5 : 0;
    }

    assertThat(peak).isCloseTo(speed * Math.sqrt(stiffness * mass), within(1e-3 * peak));
    assertThat(contact).isCloseTo(Math.PI / omega, within(3e-5));
    assertThat(car.engineSpeed).isCloseTo(-speed, within(1e-3));
    assertThat(car.absorbed()).isZero();
  }

  @Test
  void aPlasticNoseIsCrushedAsFarAsTheYieldForceTakesToStopTheCar() {
    double mass = 1200;
    double stiffness = 1e8;
    double yield = 1e5;
    double speed = 12;
    Car car = single(mass, stiffness, yield, speed);

    car.advance(0.3);

    double elastic = 0.5 * yield * yield / stiffness;
    double expected = (0.5 * mass * speed * speed - elastic) / yield;
    assertThat(car.nose.plastic()).isCloseTo(expected, within(1e-4 * expected));
    assertThat(car.absorbed()).isCloseTo(expected * yield, within(1e-4 * expected * yield));
    assertThat(car.engineSpeed)
        .as("the elastic part throws it back")
        .isCloseTo(-Math.sqrt(2 * elastic / mass), within(1e-2));
  }

  @Test
  void energyIsMovingElasticOrAbsorbedAndNothingElse() {
    for (Clip clip : Clips.of(Worlds.carCrash().frames(60), 20).seed(6)) {
      assertThat(Told.drift(clip, "energy")).as(clip.id()).isLessThan(1e-3);
      Variable absorbed = clip.variable("absorbed energy");
      for (int t = 1; t < clip.frames(); t++) {
        assertThat(absorbed.at(t, 0)).isGreaterThanOrEqualTo(absorbed.at(t - 1, 0));
      }
      assertThat(absorbed.at(59, 0)).isGreaterThan(0.5f * clip.variable("energy").at(0, 0));
    }
  }

  @Test
  void theBarriersForceIsWhatChangesTheMomentum() {
    Clip clip = Worlds.carCrash().fps(20_000).frames(1000).set("speed", 10).generate(6, 1);
    Variable force = clip.variable("barrier force");
    double impulse = 0;
    for (int t = 1; t < clip.frames(); t++) {
      impulse += (force.at(t, 0) + force.at(t - 1, 0)) / 2 / clip.fps();
    }
    double change = clip.variable("momentum").at(0, 0) - clip.variable("momentum").at(999, 0);
    assertThat(change).isPositive();
    assertThat(impulse).isCloseTo(change, within(0.003 * change));
  }

  @Test
  void aFasterCarIsCrushedMore() {
    World world = Worlds.carCrash().frames(80);
    World faster = world.change("speed", v -> 1.4 * v);
    for (int i = 0; i < 5; i++) {
      float crush = world.generate(6, i).variable("crush").at(79, 0);
      assertThat(faster.generate(6, i).variable("crush").at(79, 0)).isGreaterThan(1.3f * crush);
    }
  }
}
