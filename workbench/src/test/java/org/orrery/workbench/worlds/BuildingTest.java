package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orrery.workbench.clips.Clip;

class BuildingTest {
  private static final double MASS = 1.5e5;
  private static final double STIFFNESS = 8e7;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10})
  void aUniformFrameHasTheFrequenciesOfTheClosedForm(int storeys) {
    double[] omega = new ShearFrame(storeys, MASS, STIFFNESS, 0.02, 0.01).frequencies();
    for (int k = 1; k <= storeys; k++) {
      double expected =
          2
              * Math.sqrt(STIFFNESS / MASS)
              * Math.sin((2 * k - 1) * Math.PI / (2.0 * (2 * storeys + 1)));
      assertThat(omega[k - 1]).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  @Test
  void dampingIsAsAskedForInTheFirstTwoModes() {
    ShearFrame frame = new ShearFrame(5, MASS, STIFFNESS, 0.03, 0.01);

    assertThat(frame.damping(0)).isCloseTo(0.03, within(1e-12));
    assertThat(frame.damping(1)).isCloseTo(0.03, within(1e-12));
    assertThat(frame.damping(4)).isGreaterThan(0.03);
  }

  @Test
  void newmarksErrorAgainstTheModalSolutionFallsWithTheSquareOfTheStep() {
    double coarse = error(0.02);
    double fine = error(0.01);
    double finer = error(0.005);

    assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(1.85, 2.15);
    assertThat(Math.log(fine / finer) / Math.log(2)).isBetween(1.85, 2.15);
    assertThat(finer).isLessThan(0.01);
  }

  /**
   * The largest error of the top storey over 4 s under a harmonic force on it, as a share of its
   * largest displacement. The modal solution: each mode is an oscillator with the closed form of
   * harmonically driven motion from rest.
   */
  private static double error(double step) {
    int storeys = 4;
    double drive = 9;
    ShearFrame frame = new ShearFrame(storeys, MASS, STIFFNESS, 0.03, step);
    double[] force = new double[storeys];
    double most = 0;
    double largest = 0;
    int n = (int) Math.round(4 / step);
    for (int i = 1; i <= n; i++) {
      force[storeys - 1] = 1e5 * Math.sin(drive * i * step);
      frame.step(force);
      double expected = 0;
      for (int mode = 0; mode < storeys; mode++) {
        double top = frame.shapes[mode][storeys - 1];
        expected +=
            top
                * driven(
                    frame.frequencies()[mode],
                    frame.damping(mode),
                    1e5 * top / MASS,
                    drive,
                    i * step);
      }
      most = Math.max(most, Math.abs(frame.displacement[storeys - 1] - expected));
      largest = Math.max(largest, Math.abs(expected));
    }
    return most / largest;
  }

  /** q'' + 2 z w q' + w^2 q = p sin(d t) from rest (Chopra, Dynamics of Structures, 3.2). */
  private static double driven(double w, double z, double p, double d, double t) {
    double r = d / w;
    double below = (1 - r * r) * (1 - r * r) + 4 * z * z * r * r;
    double c = p / (w * w) * (1 - r * r) / below;
    double e = p / (w * w) * -2 * z * r / below;
    double wd = w * Math.sqrt(1 - z * z);
    double a = -e;
    double b = (-c * d + z * w * a) / wd;
    return Math.exp(-z * w * t) * (a * Math.cos(wd * t) + b * Math.sin(wd * t))
        + c * Math.sin(d * t)
        + e * Math.cos(d * t);
  }

  @Test
  void withoutDampingAFreeSwingKeepsItsEnergy() {
    ShearFrame frame = new ShearFrame(5, MASS, STIFFNESS, 0, 0.01);
    double[] force = {1e5, 1e5, 1e5, 1e5, 1e5};
    frame.balance(force);
    double still = frame.energy();
    for (int i = 0; i < 2000; i++) {
      frame.step(new double[5]);
    }
    // The first step lets the force go within one step, which costs a little of the energy.
    double after = frame.energy();
    for (int i = 0; i < 2000; i++) {
      frame.step(new double[5]);
    }
    assertThat(after).isCloseTo(still, within(0.05 * still));
    assertThat(frame.energy()).isCloseTo(after, within(1e-9 * after));
  }

  @Test
  void theWindHasTheMeanAndTheVarianceOfItsSpectrum() {
    double mean = 20;
    double deviation = 0.2 * mean;
    double expected = 0;
    for (double n = 0.02; n < 5; n *= 1.001) {
      expected += Wind.spectrum(n, mean, deviation) * 0.001 * n;
    }
    double squares = 0;
    int samples = 0;
    for (int record = 0; record < 20; record++) {
      Wind wind = new Wind(mean, 0.2, new SplittableRandom(record));
      for (double t = 0; t < 400; t += 0.5) {
        double away = wind.at(t) - mean;
        squares += away * away;
        samples++;
      }
    }
    assertThat(squares / samples).isCloseTo(expected, within(0.08 * expected));
    assertThat(expected).isBetween(0.5 * deviation * deviation, deviation * deviation);
  }

  @Test
  void twiceTheWindIsFourTimesTheForceAndTheSway() {
    World world = Worlds.building().set("turbulence", 0);
    Clip fact = world.generate(2, 0);
    Clip other = world.change("wind", w -> 2 * w).generate(2, 0);

    float top = fact.variable("top displacement").at(31, 0);
    assertThat(other.variable("top displacement").at(31, 0))
        .isCloseTo(4 * top, within(1e-4f * top));
  }
}
