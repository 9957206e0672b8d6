package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;

class PendulumsTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 2, 3})
  void aPendulumSwingsInThePeriodOfTheEllipticIntegral(double amplitude) {
    double length = 1.2;
    double g = 9.81;
    double period =
        2 * Math.PI * Math.sqrt(length / g) / arithmeticGeometricMean(1, Math.cos(amplitude / 2));
    SinglePendulum pendulum = new SinglePendulum(length, 1, g, 0, amplitude, 0);

    run(pendulum, period / 2);
    assertThat((double) Told.now(pendulum, "angle")[0]).isCloseTo(-amplitude, within(1e-5));
    run(pendulum, period / 2);
    assertThat((double) Told.now(pendulum, "angle")[0]).isCloseTo(amplitude, within(1e-5));
  }

  @Test
  void frictionTakesTheEnergyOfASmallSwingAsTheExponentialSays() {
    SinglePendulum pendulum = new SinglePendulum(1, 1, 10, 0.2, 0.01, 0);
    double before = pendulum.energy();
    double omega = Math.sqrt(10 - 0.01);

    run(pendulum, 4 * Math.PI / omega);

    assertThat(pendulum.energy())
        .isCloseTo(before * Math.exp(-0.2 * 4 * Math.PI / omega), within(1e-4 * before));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void aDoublePendulumHasTheTwoNormalModesOfSmallSwings(int sign) {
    double g = 10;
    double omega = Math.sqrt(g * (2 + sign * Math.sqrt(2)));
    double small = 1e-3;
    double second = -sign * Math.sqrt(2) * small;
    DoublePendulum pendulum =
        new DoublePendulum(new double[] {1, 1}, new double[] {1, 1}, g, small, second, 0, 0);

    run(pendulum, Math.PI / omega);

    assertThat((double) Told.now(pendulum, "angle")[0]).isCloseTo(-small, within(1e-8));
    assertThat((double) Told.now(pendulum, "angle")[1]).isCloseTo(-second, within(1e-8));
  }

  @Test
  void pendulumsWithoutFrictionKeepTheirEnergy() {
    for (Clip clip : Clips.of(Worlds.doublePendulum().frames(100), 20).seed(3)) {
      assertThat(Told.drift(clip, "energy")).as(clip.id()).isLessThan(1e-4);
    }
    for (Clip clip : Clips.of(Worlds.elasticPendulum().frames(100), 20).seed(3)) {
      assertThat(Told.drift(clip, "energy")).as(clip.id()).isLessThan(1e-5);
    }
  }

  @Test
  void aBobOnASpringGoesUpAndDownAsTheCosineSays() {
    double hanging = 1 + 2 * 10 / 50.0;
    ElasticPendulum bob = new ElasticPendulum(1, 2, 50, 10, 0, hanging + 0.2, 0, 0);
    for (int t = 1; t < 60; t++) {
      bob.advance(0.04);
      double expected = hanging - 1 + 0.2 * Math.cos(5 * 0.04 * t);
      assertThat((double) Told.now(bob, "stretch")[0]).isCloseTo(expected, within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "4,2", "4,4", "9,5"})
  void aChainSwingsInItsModes(int masses, int mode) {
    double omega = 2 * Math.sqrt(40 / 0.5) * Math.sin(mode * Math.PI / (2.0 * (masses + 1)));
    double[] state = new double[2 * masses];
    for (int i = 0; i < masses; i++) {
      state[i] = 0.01 * Math.sin(mode * Math.PI * (i + 1) / (masses + 1));
    }
    double[] shape = state.clone();
    SpringChain chain = new SpringChain(0.5, 40, state);

    run(chain, Math.PI / omega);

    for (int i = 0; i < masses; i++) {
      assertThat(state[i]).isCloseTo(-shape[i], within(1e-7));
    }
  }

  private static void run(Motion motion, double seconds) {
    int frames = (int) Math.ceil(seconds / 0.04);
    for (int i = 0; i < frames; i++) {
      motion.advance(seconds / frames);
    }
  }

  private static double arithmeticGeometricMean(double a, double b) {
    for (int i = 0; i < 30; i++) {
      double mean = (a + b) / 2;
      b = Math.sqrt(a * b);
      a = mean;
    }
    return a;
  }
}
