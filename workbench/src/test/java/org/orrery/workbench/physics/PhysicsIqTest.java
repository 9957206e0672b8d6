package org.orrery.workbench.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.Camera;
import org.orrery.workbench.worlds.World;
import org.orrery.workbench.worlds.Worlds;

class PhysicsIqTest {
  private static final int FRAMES = 16;
  private static final int HEIGHT = 48;
  private static final int WIDTH = 64;

  /** Start x and y, step x and y, radius: those of physics_iq_oracle.py. */
  private static final int[][] CLIPS = {
    {8, 20, 3, 0, 7}, {9, 21, 3, 0, 7}, {8, 20, 2, 1, 6}, {8, 20, 0, 0, 7}
  };

  static Stream<String> measured() throws IOException {
    try (InputStream csv = PhysicsIqTest.class.getResourceAsStream("physics-iq.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1);
    }
  }

  @ParameterizedTest
  @MethodSource("measured")
  void measuresAreThoseOfOpenCv(String line) {
    double[] v = Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray();

    PhysicsIq.Measures ours = MotionOverlap.of(clip((int) v[0]), clip((int) v[1]), (int) v[2]);

    assertThat(ours.spatial()).isCloseTo(v[3], within(1e-9));
    assertThat(ours.spatiotemporal()).isCloseTo(v[4], within(1e-9));
    assertThat(ours.weighted()).isCloseTo(v[5], within(1e-9));
    assertThat(ours.mse()).isCloseTo(v[6], within(1e-9));
    byte[][] masks = Shrunk.masks(MotionMask.of(clip((int) v[0])), HEIGHT, WIDTH, (int) v[2]);
    assertThat(Stream.of(masks).mapToInt(PhysicsIqTest::sum).sum()).isEqualTo((int) v[7]);
  }

  @Test
  void theSecondTakeItselfScoresFully() {
    PhysicsIq iq = Physics.iq(clip(0), clip(1), clip(1));

    assertThat(iq.score()).isCloseTo(100, within(1e-9));
    assertThat(iq.generated()).isEqualTo(iq.takes());
  }

  @Test
  void anotherMotionScoresLessAndAStandstillLeast() {
    double other = Physics.iq(clip(0), clip(1), clip(2)).score();
    double still = Physics.iq(clip(0), clip(1), clip(3)).score();

    assertThat(other).isBetween(still, 100.0);
    assertThat(still).isLessThan(15);
    assertThat(PhysicsIq.mean(List.of(Physics.iq(clip(0), clip(1), clip(2)))).score())
        .isEqualTo(other);
  }

  /** The same motion under other noise is a second take; another speed is no such thing. */
  @Test
  void aTakeOfAWorldIsTheSameClipUnderOtherNoise() {
    World world = Worlds.uniformMotion().set("speed", 3).through(Camera.still().noise(3));
    List<Clip> takes = List.of(world.take(2027, 0, 0), world.take(2027, 0, 1));
    Clip slow = world.change("speed", v -> v / 2).generate(2027, 0);

    assertThat(takes.get(0).frame(3)).isEqualTo(world.generate(2027, 0).frame(3));
    assertThat(takes.get(0).frame(3)).isNotEqualTo(takes.get(1).frame(3));
    assertThat(takes.get(0).variable("position")).isEqualTo(takes.get(1).variable("position"));
    assertThat(Physics.iq(takes.get(0), takes.get(1), slow).score()).isBetween(5.0, 70.0);
  }

  @Test
  void clipsThatDoNotMatchAreRefused() {
    assertThatThrownBy(() -> Physics.iq(clip(0), clip(1), clip(2).slice(0, 8)))
        .hasMessageContaining("the generated clip clip clip-2: 8 frames")
        .hasMessageContaining("cut with .slice");
  }

  private static Clip clip(int k) {
    Clip.Builder clip = Clip.builder("clip-" + k, 3, HEIGHT, WIDTH).fps(10);
    for (int t = 0; t < FRAMES; t++) {
      byte[] frame = new byte[3 * HEIGHT * WIDTH];
      for (int i = 0; i < HEIGHT * WIDTH; i++) {
        paint(frame, i, k, t);
      }
      clip.frame(frame);
    }
    return clip.build();
  }

  private static void paint(byte[] frame, int i, int k, int t) {
    int x = i % WIDTH;
    int y = i / WIDTH;
    int[] c = CLIPS[k];
    int dx = x - c[0] - c[2] * t;
    int dy = y - c[1] - c[3] * t;
    boolean inside = dx * dx + dy * dy <= c[4] * c[4];
    int ground = (3 * x + 5 * y) % 40 + 20;
    int noise = (int) ((7919L * x + 104729L * y + 15485863L * t + 32452843L * k >> 3) % 5);
    frame[i] = (byte) ((inside ? 200 : ground) + noise);
    frame[HEIGHT * WIDTH + i] = (byte) ((inside ? 120 : ground + 10) + noise);
    frame[2 * HEIGHT * WIDTH + i] = (byte) ((inside ? 60 : ground + 30) + noise);
  }

  private static int sum(byte[] mask) {
    int sum = 0;
    for (byte value : mask) {
      sum += value;
    }
    return sum;
  }
}
