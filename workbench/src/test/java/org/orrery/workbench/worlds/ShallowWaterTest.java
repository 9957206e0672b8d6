package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class ShallowWaterTest {
  private static final double G = ShallowWater.GRAVITY;

  @Test
  void aDamBreakOverWaterFollowsStokersSolution() {
    double coarse = error(200, 2, 0.5);
    double fine = error(800, 2, 0.5);

    assertThat(fine).isLessThan(0.01);
    assertThat(Math.log(coarse / fine) / Math.log(4)).as("order").isGreaterThan(0.6);
  }

  @Test
  void aDamBreakOverDryGroundFollowsRittersSolution() {
    assertThat(error(800, 2, 0)).isLessThan(0.02);
  }

  /** The mean error of the depth after 0.5 s in a channel of 12 m, as a share of the depth. */
  private static double error(int cells, double high, double low) {
    ShallowWater water = new ShallowWater(cells, 12);
    for (int i = 0; i < cells; i++) {
      water.depth[i] = water.place(i) < 6 ? high : low;
    }
    water.advance(0.5);
    double sum = 0;
    for (int i = 0; i < cells; i++) {
      sum += Math.abs(water.depth[i] - exact(high, low, (water.place(i) - 6) / 0.5));
    }
    return sum / cells / high;
  }

  /** Stoker, Water Waves (1957), 10.8; Ritter (1892) for dry ground: the depth at x / t. */
  private static double exact(double high, double low, double ray) {
    double c = Math.sqrt(G * high);
    if (ray < -c) {
      return high;
    }
    double fan = (2 * c - ray) * (2 * c - ray) / (9 * G);
    if (low == 0) {
      return ray < 2 * c ? fan : 0;
    }
    double from = low;
    double to = high;
    for (int i = 0; i < 100; i++) {
      double middle = (from + to) / 2;
      double rarefaction = 2 * (c - Math.sqrt(G * middle));
      double shock = (middle - low) * Math.sqrt(G / 2 * (1 / middle + 1 / low));
      from = rarefaction > shock ? middle : from;
      to = rarefaction > shock ? to : middle;
    }
    double speed = 2 * (c - Math.sqrt(G * from));
    double bore = from * speed / (from - low);
    if (ray < speed - Math.sqrt(G * from)) {
      return fan;
    }
    return ray < bore ? from : low;
  }

  @Test
  void noWaterIsLostAndEnergyOnlyFalls() {
    for (Clip clip : Clips.of(Worlds.damBreak().frames(100), 8).seed(2)) {
      assertThat(Told.drift(clip, "volume")).isLessThan(1e-6);
      Variable energy = clip.variable("energy");
      for (int t = 1; t < clip.frames(); t++) {
        assertThat(energy.at(t, 0)).isLessThanOrEqualTo(energy.at(t - 1, 0) * 1.00001f);
      }
    }
  }

  @Test
  void whatLeavesTheJugIsInTheAirOrInTheBasin() {
    for (Clip clip : Clips.of(Worlds.pouring().frames(60), 8).seed(2)) {
      double total = clip.variable("volume").at(0, 0) + clip.variable("in the jug").at(0, 0);
      for (int t = 0; t < clip.frames(); t++) {
        float air = clip.variable("in the air").at(t, 0);
        double now = clip.variable("volume").at(t, 0) + clip.variable("in the jug").at(t, 0) + air;
        assertThat(now).as("%s frame %d", clip.id(), t).isCloseTo(total, within(1e-5));
        assertThat(air).isGreaterThan(-1e-6f);
      }
      assertThat(clip.variable("volume").at(59, 0)).isGreaterThan(clip.variable("volume").at(0, 0));
    }
  }
}
