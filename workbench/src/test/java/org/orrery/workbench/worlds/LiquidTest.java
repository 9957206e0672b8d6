package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidTest {
  private static final double G = 9.81;

  @ParameterizedTest
  @ValueSource(doubles = {0.51, 1, 1.037})
  void waterAtRestStaysAtRest(double depth) {
    Tank tank = new Tank(0, 0, 32, 32, 2.0 / 32);
    Liquid water = new Liquid(tank, G, 0, Vessel.NONE);
    water.particles().fill(0, 2 - depth, 2, 2);
    double[] x = water.particles().x.clone();
    double[] y = water.particles().y.clone();

    run(water, 2);

    for (int p = 0; p < water.particles().count; p++) {
      assertThat(Math.hypot(water.particles().x[p] - x[p], water.particles().y[p] - y[p]))
          .as("cells")
          .isLessThan(0.02);
    }
    LiquidGauge gauge = new LiquidGauge(water, tank);
    assertThat(gauge.kinetic()).isLessThan(1e-8 * gauge.potential());
  }

  @Test
  void aBlockInTheAirFallsAsABodyDoes() {
    Tank tank = new Tank(0, 0, 32, 32, 2.0 / 32);
    Liquid water = new Liquid(tank, G, 0, Vessel.NONE);
    water.particles().fill(0.6, 0.2, 1.2, 0.6);
    double[] y = water.particles().y.clone();

    run(water, 0.4);

    for (int p = 0; p < water.particles().count; p++) {
      double fallen = (water.particles().y[p] - y[p]) * tank.cell();
      assertThat(fallen).isCloseTo(G * 0.4 * 0.4 / 2, within(1e-3));
    }
  }

  /** Linear theory of waves: the square of the frequency is g k tanh(k h) (Lamb 1932, art. 228). */
  @ParameterizedTest
  @ValueSource(ints = {16, 32})
  void aStandingWaveHasThePeriodOfItsLength(int cells) {
    double wide = 2;
    double deep = 1;
    double k = Math.PI / wide;
    double period = 2 * Math.PI / Math.sqrt(G * k * Math.tanh(k * deep));
    Tank tank = new Tank(0, 0, cells, cells, wide / cells);
    Liquid water = new Liquid(tank, G, 0, Vessel.NONE);
    for (int i = 0; i < 2 * cells; i++) {
      double left = wide * i / (2 * cells);
      double right = wide * (i + 1) / (2 * cells);
      double high = deep + 0.02 * Math.cos(k * (left + right) / 2);
      water.particles().fill(left, wide - high, right, wide);
    }

    double last = amplitude(water, tank);
    int crossings = 0;
    double crossed = 0;
    for (int i = 1; crossings < 5; i++) {
      water.advance(period / 80);
      double now = amplitude(water, tank);
      if (now * last < 0) {
        crossings++;
        crossed = (i - 1 + last / (last - now)) / 80;
      }
      last = now;
    }

    assertThat(crossed).as("periods until the fifth crossing").isCloseTo(2.25, within(0.09));
  }

  private static double amplitude(Liquid water, Tank tank) {
    double[] depths = new LiquidGauge(water, tank).depths();
    double sum = 0;
    for (int i = 0; i < depths.length; i++) {
      sum += depths[i] * Math.cos(Math.PI * (i + 0.5) / depths.length) * 2 / depths.length;
    }
    return sum;
  }

  /** Taylor-Green vortices in a full box lose energy at the rate 4 pi^2 nu. */
  @Test
  void vorticesDecayAtTheRateOfTheViscosity() {
    double viscosity = 0.02;
    int n = 32;
    Tank tank = new Tank(0, 0, n, n, 1.0 / n);
    Liquid water = new Liquid(tank, 0, viscosity, Vessel.NONE);
    water.particles().fill(0, 0, 1, 1);
    for (int p = 0; p < water.particles().count; p++) {
      double x = Math.PI * water.particles().placeX(p);
      double y = Math.PI * water.particles().placeY(p);
      water.particles().u[p] = n * Math.sin(x) * Math.cos(y);
      water.particles().v[p] = -n * Math.cos(x) * Math.sin(y);
    }
    LiquidGauge gauge = new LiquidGauge(water, tank);
    double before = gauge.kinetic();

    run(water, 1);

    double measured = -Math.log(gauge.kinetic() / before) / (4 * Math.PI * Math.PI);
    assertThat(measured).isCloseTo(viscosity, within(0.1 * viscosity));
  }

  @Test
  void aDropBetweenTwoWallsIsDrawnWithItsArea() {
    Tank tank = new Tank(0, 0, 32, 32, 2.0 / 32);
    Liquid water = new Liquid(tank, G, 0, Vessel.NONE);
    water.particles().fill(0.5, 1.2, 1.5, 2);
    Scene scene = new Scene();

    new LiquidSurface(tank).draw(water, scene, "water", 0xffffff);

    Shape.Region region = (Shape.Region) scene.named("water").get(0);
    assertThat(region.area()).isCloseTo(0.8, within(0.02));
    assertThat(region.bounds()[3]).as("down to the floor").isEqualTo(2);
  }

  private static void run(Liquid water, double seconds) {
    int frames = (int) Math.round(seconds / 0.02);
    for (int i = 0; i < frames; i++) {
      water.advance(seconds / frames);
    }
  }
}
