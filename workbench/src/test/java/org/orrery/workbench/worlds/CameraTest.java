package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

class CameraTest {
  private final SimulatedWorld world = Worlds.parabola().set("radius", 0.5).frames(16);

  @Test
  void aMovingCameraShiftsThePictureByWhatItTells() {
    Clip clip = world.through(Camera.still().moving(0.1)).generate(4, 1);
    Variable position = clip.variable("position");
    Variable camera = clip.variable("camera");
    int seen = 0;
    for (int t = 0; t < clip.frames(); t++) {
      double x = (position.at(t, 0) - camera.at(t, 0)) * clip.pixelsPerMetre();
      double y = (position.at(t, 1) - camera.at(t, 1)) * clip.pixelsPerMetre();
      if (x > 5 && x < 59 && y > 5 && y < 59) {
        double[] centre = centre(clip, t);
        assertThat(centre[0]).isCloseTo(x, within(0.05));
        assertThat(centre[1]).isCloseTo(y, within(0.05));
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(8);
    assertThat(camera.at(15, 0)).isNotZero();
  }

  @Test
  void theMotionIsTheSameThroughEveryCamera() {
    Camera camera = Camera.still().moving(0.1).occluder(0.2).lighting(0.4).blur(1).noise(10);
    Clip plain = world.generate(4, 1);
    Clip seen = world.through(camera).generate(4, 1);

    assertThat(seen.variable("position")).isEqualTo(plain.variable("position"));
    assertThat(seen.variables()).containsKeys("camera", "occluder", "light");
    assertThat(seen.frame(3)).isNotEqualTo(plain.frame(3));
    assertThat(world.through(camera).generate(4, 1).frame(3)).isEqualTo(seen.frame(3));
  }

  @Test
  void noiseHasTheDeviationAskedFor() {
    Clip plain = Worlds.pendulum().generate(4, 1);
    Clip noisy = Worlds.pendulum().through(Camera.still().noise(6)).generate(4, 1);
    double sum = 0;
    double squares = 0;
    byte[] clean = plain.frame(0);
    byte[] grainy = noisy.frame(0);
    for (int i = 0; i < clean.length; i++) {
      double difference = (grainy[i] & 0xff) - (clean[i] & 0xff);
      sum += difference;
      squares += difference * difference;
    }
    assertThat(sum / clean.length).isCloseTo(0, within(0.3));
    assertThat(Math.sqrt(squares / clean.length)).isCloseTo(6, within(0.3));
  }

  @Test
  void blurKeepsTheLight() {
    SimulatedWorld still = world.set("speed", 0).set("gravity", 0);
    double plain = light(still.generate(4, 1));
    double blurred = light(still.through(Camera.still().blur(1.5)).generate(4, 1));

    assertThat(blurred).isCloseTo(plain, within(0.01 * plain));
  }

  @Test
  void anEffectThatHidesEverythingIsRefused() {
    assertThatThrownBy(() -> Camera.still().occluder(0.9))
        .hasMessage("an occluder of a camera needs 0 to 0.5 of the frame; received 0.9");
  }

  private static double light(Clip clip) {
    double sum = 0;
    for (byte value : clip.frame(0)) {
      sum += value & 0xff;
    }
    return sum;
  }

  /** The centre of what is redder than the ground. */
  private static double[] centre(Clip clip, int t) {
    byte[] frame = clip.frame(t);
    double[] sums = new double[3];
    for (int i = 0; i < clip.width() * clip.height(); i++) {
      double red = (frame[i] & 0xff) - 0x10;
      int row = i / clip.width();
      sums[0] += red * (i % clip.width() + 0.5);
      sums[1] += red * (row + 0.5);
      sums[2] += red;
    }
    return new double[] {sums[0] / sums[2], sums[1] / sums[2]};
  }
}
