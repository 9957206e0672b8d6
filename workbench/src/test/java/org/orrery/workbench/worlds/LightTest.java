package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class LightTest {

  @ParameterizedTest
  @CsvSource({"1.5, 0.2", "1.5, 0.9", "1.33, 1.2", "2.4, 0.5", "1, 0.7"})
  void aBlockDisplacesARayByWhatSnellsLawSays(double index, double angle) {
    double thick = 0.8;
    GlassBlock block =
        new GlassBlock(new double[] {0, 0, 2}, new double[] {9, 9, thick / 2}, 0, index);
    double[] place = {0, 0, 0};
    double[] direction = {Math.sin(angle), 0, Math.cos(angle)};
    double[] before = direction.clone();

    assertThat(block.pass(place, direction, block.distance(place, direction))).isTrue();

    double displacement = Math.abs(place[0] * before[2] - place[2] * before[0]);
    double sine = Math.sin(angle);
    double expected = thick * sine * (1 - Math.cos(angle) / Math.sqrt(index * index - sine * sine));
    assertThat(displacement).isCloseTo(expected, within(1e-12));
    assertThat(direction).containsExactly(before, within(1e-12));
  }

  @Test
  void aPrismsFaceReflectsWhatItCannotLetOut() {
    // Through the left face and on to the far one at more than the critical angle, then out behind.
    GlassBlock block = new GlassBlock(new double[] {0, 0, 0}, new double[] {1, 9, 5}, 0, 1.5);
    double[] place = {-2, 0, -3};
    double[] direction = {Math.cos(1.3), 0, Math.sin(1.3)};
    double inside = Math.asin(Math.sin(1.3) / 1.5);
    assertThat(Math.sin(Math.PI / 2 - inside))
        .as("beyond the critical angle")
        .isGreaterThan(1 / 1.5);

    double distance = block.distance(place, direction);

    assertThat(block.pass(place, direction, distance)).isTrue();
    assertThat(Math.hypot(direction[0], direction[2])).isCloseTo(1, within(1e-12));
  }

  @Test
  void theMirrorShowsTheBallWhereItsImageIs() {
    SimulatedWorld large = Worlds.light().set("ball speed", 0.6).size(128);
    for (Clip clip : Clips.of(large.frames(4), 6).seed(3)) {
      Variable image = clip.variable("reflection in frame");
      int size = clip.width();
      for (int t = 0; t < clip.frames(); t++) {
        int x = (int) (image.at(t, 0) * clip.pixelsPerMetre());
        int y = (int) (image.at(t, 1) * clip.pixelsPerMetre());
        if (hidden(clip, t)) {
          continue;
        }
        byte[] frame = clip.frame(t);
        int red = frame[y * size + x] & 0xff;
        int green = frame[size * size + y * size + x] & 0xff;
        assertThat(red).as("%s frame %d at %d %d", clip.id(), t, x, y).isGreaterThan(2 * green);
      }
    }
  }

  @Test
  void theFloorIsDarkWhereTheShadowIsAndNowhereElseNear() {
    int seen = 0;
    for (int i = 0; i < 40; i++) {
      SimulatedWorld world = Worlds.light();
      Light light = (Light) world.start(world.values(5, i), Seeds.random(5, i));
      Studio studio = light.studio();
      double[] shadow = studio.shadow();
      double[] inside = brightness(studio, shadow[0], shadow[1]);
      double radius = studio.radius;
      studio.radius = 1e-9;
      double[] without = brightness(studio, shadow[0], shadow[1]);
      studio.radius = radius;
      double[] beside = brightness(studio, shadow[0] + 4 * radius, shadow[1]);
      studio.radius = 1e-9;
      double[] besideWithout = brightness(studio, shadow[0] + 4 * radius, shadow[1]);
      if (without[0] > inside[0]) {
        seen++;
      }
      assertThat(beside[0]).isEqualTo(besideWithout[0]);
    }
    assertThat(seen).as("shadows that nothing hides").isGreaterThan(20);
  }

  private static double[] brightness(Studio studio, double x, double z) {
    double[] frame = Studio.inFrame(x, 0, z);
    double[] rgb = new double[3];
    studio.colour(frame[0], frame[1], rgb);
    return rgb;
  }

  /**
   * The ball or the lamp hides its own image, or the image is beside the mirror or behind glass.
   */
  private static boolean hidden(Clip clip, int t) {
    Variable image = clip.variable("reflection in frame");
    double fromBall =
        Math.hypot(
            image.at(t, 0) - clip.variable("position").at(t, 0),
            image.at(t, 1) - clip.variable("position").at(t, 1));
    double fromLamp =
        Math.hypot(
            image.at(t, 0) - clip.variable("lamp in frame").at(t, 0),
            image.at(t, 1) - clip.variable("lamp in frame").at(t, 1));
    return fromBall < 0.45 || fromLamp < 0.15 || image.at(t, 0) > 2.3 || image.at(t, 0) < 0.15;
  }
}
