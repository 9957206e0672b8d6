package org.orrery.workbench.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Clips;
import org.orrery.workbench.clips.Variable;

class BouncingBallPictureTest {

  @Test
  void theDiscIsWhereTheBallIs() {
    for (Clip clip : Clips.of(Worlds.bouncingBall().radius(0.25, 0.7), 30).seed(5)) {
      Variable position = clip.variable("position");
      for (int t = 0; t < clip.frames(); t++) {
        double[] seen = centroid(clip.frame(t), clip.width());
        assertThat(seen[0]).isCloseTo(position.at(t, 0) * clip.pixelsPerMetre(), within(0.02));
        assertThat(seen[1]).isCloseTo(position.at(t, 1) * clip.pixelsPerMetre(), within(0.02));
      }
    }
  }

  @Test
  void theDiscIsAsBrightAsItsAreaIsLarge() {
    Clip clip = Worlds.bouncingBall().generate(1, 0);
    for (int t = 0; t < clip.frames(); t++) {
      assertThat(centroid(clip.frame(t), 64)[2]).isCloseTo(Math.PI * 4.5 * 4.5, within(0.4));
    }
  }

  @Test
  void theSameSeedMakesTheSameBytesOnEveryPlatform() throws Exception {
    BouncingBall world = Worlds.bouncingBall();

    assertThat(sha256(world.generate(7, 3))).isEqualTo(sha256(world.generate(7, 3)));
    assertThat(sha256(world.generate(7, 3)))
        .isEqualTo("8b943c883c819bd998fbb0b1d85e54d99fcf851b7f9fc4d250dd3c738613ff15");
    assertThat(sha256(world.generate(8, 3))).isNotEqualTo(sha256(world.generate(7, 3)));
    assertThat(sha256(world.generate(7, 4))).isNotEqualTo(sha256(world.generate(7, 3)));
  }

  @Test
  void clipsAreFilmedAtTheSizeAndLengthAskedFor() {
    Clip clip = Worlds.bouncingBall().size(32).frames(5).generate(7, 0);

    assertThat(clip.frames()).isEqualTo(5);
    assertThat(clip.height()).isEqualTo(32);
    assertThat(clip.width()).isEqualTo(32);
    assertThat(clip.pixelsPerMetre()).isEqualTo(5);
    assertThat(clip.variables())
        .containsOnlyKeys(
            "position", "velocity", "gravity", "contact", "energy", "restitution", "radius");
  }

  @Test
  void everyClipDrawsFromTheRangesOfItsWorld() {
    BouncingBall world = Worlds.bouncingBall().gravity(4, 5);

    assertThat(Clips.of(world, 50).stream().mapToDouble(c -> c.variable("gravity").at(0, 0)))
        .allMatch(g -> g >= 4 && g <= 5)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeSimulatedIsRefused() {
    assertThatThrownBy(() -> Worlds.bouncingBall().gravity(3, 1))
        .hasMessage("a range needs finite numbers, low <= high; received 3.0 to 1.0");
    assertThatThrownBy(() -> Worlds.bouncingBall().restitution(1.2))
        .hasMessage("a bouncing ball needs restitution in 0 to 1; received 1.2");
    assertThatThrownBy(() -> Worlds.bouncingBall().radius(3.2)).hasMessageContaining("radius");
    assertThatThrownBy(() -> Worlds.bouncingBall().frames(0)).hasMessageContaining("1 frame");
  }

  private static double[] centroid(byte[] frame, int width) {
    double sum = 0;
    double x = 0;
    double y = 0;
    for (int i = 0; i < frame.length; i++) {
      double value = (frame[i] & 0xff) / 255.0;
      sum += value;
      x += value * (i % width + 0.5);
      int row = i / width;
      y += value * (row + 0.5);
    }
    return new double[] {x / sum, y / sum, sum};
  }

  private static String sha256(Clip clip) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int t = 0; t < clip.frames(); t++) {
      digest.update(clip.frame(t));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
