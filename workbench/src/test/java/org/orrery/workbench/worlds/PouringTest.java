package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;

class PouringTest {

  @Test
  void whatLeavesTheJugComesIntoTheBasin() {
    for (Clip clip : Clips.of(Worlds.pouring().set("tilt", 1.8).size(8).frames(75), 6).seed(2)) {
      double total = clip.variable("volume").at(0, 0);
      double content = clip.variable("in the jug").at(0, 0);
      assertThat(content).isCloseTo(clip.variable("content").at(0, 0), within(1e-3));
      for (int t = 0; t < clip.frames(); t++) {
        float jug = clip.variable("in the jug").at(t, 0);
        float basin = clip.variable("in the basin").at(t, 0);
        float rest = clip.variable("in the air").at(t, 0) + clip.variable("outside").at(t, 0);
        assertThat((double) jug + basin + rest).isCloseTo(total, within(1e-6));
        assertThat(clip.variable("volume").at(t, 0)).isEqualTo((float) total);
        if (clip.variable("angle").at(t, 0) < 0.15) {
          assertThat(jug).as("%s frame %d", clip.id(), t).isCloseTo((float) content, within(1e-4f));
        }
      }
      double arrived =
          clip.variable("in the basin").at(74, 0) - clip.variable("in the basin").at(0, 0);
      assertThat(arrived).as(clip.id()).isGreaterThan(0.5 * content);
    }
  }

  @Test
  void aJugThatIsNotTiltedKeepsItsWater() {
    Clip clip = Worlds.pouring().set("tilt", 0).size(8).generate(2, 0);

    assertThat(clip.variable("in the jug").at(31, 0))
        .isEqualTo(clip.variable("in the jug").at(0, 0));
    assertThat(clip.variable("kinetic energy").at(31, 0))
        .isLessThan(1e-3f * clip.variable("energy").at(31, 0));
  }

  /** In clips whose jugs leaked before a wall held what would go through its middle. */
  @Test
  void waterLeavesATurningJugOverItsLipOnly() {
    for (int index : new int[] {5, 17, 24, 28}) {
      Pouring pouring = (Pouring) Filming.begin(Worlds.pouring(), 5, index);
      Particles water = pouring.water().particles();
      Jug jug = pouring.jug();
      double[] under = new double[water.count];
      int spilt = 0;
      for (int t = 0; t < 50; t++) {
        for (int p = 0; p < water.count; p++) {
          double x = water.placeX(p);
          double y = water.placeY(p);
          if (under[p] > 0 && !jug.holds(x, y)) {
            spilt++;
            assertThat(under[p]).as("m under the lip, clip %d, frame %d", index, t).isLessThan(0.3);
          }
          under[p] = jug.holds(x, y) ? jug.ownY(x, y) : 0;
        }
        pouring.advance(1 / 25.0);
      }
      assertThat(spilt).as("clip %d", index).isPositive();
    }
  }

  @Test
  void moreTiltPoursMore() {
    World little = Worlds.pouring().set("tilt", 1.25).size(8).frames(50);
    Clip less = little.generate(2, 3);
    Clip more = little.change("tilt", t -> 1.7).generate(2, 3);

    assertThat(more.variable("in the basin").at(49, 0))
        .isGreaterThan(less.variable("in the basin").at(49, 0));
  }
}
