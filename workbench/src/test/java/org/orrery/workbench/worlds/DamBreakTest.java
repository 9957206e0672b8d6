package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class DamBreakTest {
  private static final double G = 9.81;
  private static final double WIDE = 1.2;

  /**
   * Martin and Moyce, An experimental study of the collapse of liquid columns on a rigid horizontal
   * plane (1952), figure 3: a column of water twice as high as wide; place of the front in widths,
   * at times in units of sqrt(width / 2 g).
   */
  private static final double[] MEASURED = {1.44, 1.89, 2.33, 2.78, 3.22, 3.67, 4.11};

  private static final double[] AT = {1.19, 1.63, 1.98, 2.32, 2.65, 2.98, 3.33};

  @Test
  void theFrontOfACollapsingColumnRunsAsMeasured() {
    double[] front = fronts(64);
    int last = AT.length - 1;

    double speed = (front[last] - front[2]) / (AT[last] - AT[2]);
    double measured = (MEASURED[last] - MEASURED[2]) / (AT[last] - AT[2]);
    assertThat(speed).isCloseTo(measured, within(0.1 * measured));
    for (int i = 0; i <= last; i++) {
      assertThat(front[i] - MEASURED[i])
          .as("ahead of the experiment, whose dam takes its time, at %s", AT[i])
          .isBetween(0.0, 0.3);
      assertThat(front[i] - 1).as("Ritter's law").isLessThan(2 * AT[i]);
    }
  }

  @Test
  void theFrontConvergesWithTheNumberOfParticles() {
    double[] coarse = fronts(32);
    double[] middle = fronts(64);
    double[] fine = fronts(128);
    double rough = 0;
    double exact = 0;
    for (int i = 0; i < AT.length; i++) {
      rough += Math.abs(coarse[i] - fine[i]) / AT.length;
      exact += Math.abs(middle[i] - fine[i]) / AT.length;
    }
    assertThat(exact).as("mean difference in widths").isLessThan(0.03).isLessThan(0.6 * rough);
  }

  private static double[] fronts(int cells) {
    Map<String, Double> values =
        Map.of("depth", 2 * WIDE, "depth before", 0.0, "dam", WIDE, "gravity", G, "viscosity", 0.0);
    DamBreak dam = new DamBreak(new Values(values), false, cells);
    double unit = Math.sqrt(WIDE / (2 * G));
    double[] fronts = new double[AT.length];
    double time = 0;
    for (int i = 0; i < AT.length; i++) {
      int steps = (int) Math.ceil((AT[i] * unit - time) / 0.02);
      for (int s = 0; s < steps; s++) {
        dam.advance((AT[i] * unit - time) / steps);
      }
      time = AT[i] * unit;
      fronts[i] = Told.now(dam, "front")[0] / WIDE;
    }
    return fronts;
  }

  @Test
  void noWaterIsLostAndEnergyFalls() {
    for (Clip clip : Clips.of(Worlds.damBreak().size(8).frames(80), 6).seed(2)) {
      assertThat(Told.drift(clip, "volume")).isZero();
      Variable energy = clip.variable("energy");
      for (int t = 1; t < clip.frames(); t++) {
        assertThat(energy.at(t, 0))
            .as("%s frame %d", clip.id(), t)
            .isLessThanOrEqualTo(energy.at(t - 1, 0) + 0.005f * energy.at(0, 0));
      }
      assertThat(energy.at(79, 0)).isLessThan(0.99f * energy.at(0, 0));
    }
  }

  @Test
  void whatIsDrawnKeepsTheAreaOfTheWater() {
    DamBreak dam = (DamBreak) Filming.begin(Worlds.damBreak(), 2, 1);
    double volume = Told.now(dam, "volume")[0];
    for (int t = 0; t < 150; t++) {
      dam.advance(0.04);
    }
    Scene scene = new Scene();
    dam.draw(scene);
    double drawn = 0;
    for (Shape shape : scene.named("water")) {
      drawn += shape instanceof Shape.Region region ? region.area() : 0;
      drawn += shape instanceof Shape.Disc disc ? Math.PI * disc.radius() * disc.radius() : 0;
    }
    assertThat(drawn).isCloseTo(volume, within(0.05 * volume));
  }

  @Test
  void waterCalmsDownToTheDepthOfItsVolume() {
    World thick = Worlds.damBreak().set("viscosity", 0.5).size(8).frames(300);
    Clip clip = thick.generate(2, 1);
    double level = clip.variable("volume").at(0, 0) / DamBreak.SIDE;

    double middle = DamBreak.FLOOR - clip.variable("position").at(299, 1);
    assertThat(middle).isCloseTo(level / 2, within(0.05 * level / 2));
    assertThat(clip.variable("kinetic energy").at(299, 0))
        .isLessThan(0.05f * clip.variable("energy").at(0, 0));
  }

  @Test
  void aLiquidThatIsThickerRunsSlower() {
    World world = Worlds.damBreak().size(8);
    Clip thin = world.change("viscosity", v -> 0).generate(2, 0);
    Clip thick = world.change("viscosity", v -> 0.3).generate(2, 0);

    assertThat(thick.variable("kinetic energy").at(12, 0))
        .isLessThan(0.9f * thin.variable("kinetic energy").at(12, 0));
  }
}
