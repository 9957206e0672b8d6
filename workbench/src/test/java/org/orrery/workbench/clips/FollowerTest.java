package org.orrery.workbench.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FollowerTest {
  private static final int START = 20;

  @Test
  void aPointOfATurningThingIsFollowedToAThirdOfAPixelBeforeAMovingGround() {
    Scene scene = new Scene(7);
    Clip clip = scene.film(30, -1);

    Trail trail = Tracking.follow(clip).radius(12).mark(0, scene.x(0), scene.y(0)).run();

    assertThat(trail.size()).isEqualTo(30);
    for (Sighting sighting : trail.sightings()) {
      int t = sighting.frame();
      double off = Math.hypot(sighting.x() - scene.x(t), sighting.y() - scene.y(t));
      assertThat(off).as("frame %d", t).isLessThan(0.3);
      assertThat(sighting.turn() - scene.angle(t)).as("turn %d", t).isBetween(-0.02, 0.02);
    }
  }

  @Test
  void aMarkInTheMiddleIsFollowedBothWays() {
    Scene scene = new Scene(8);
    Clip clip = scene.film(30, -1);

    Trail trail = Tracking.follow(clip).radius(12).mark(15, scene.x(15), scene.y(15)).run();

    assertThat(trail.size()).isEqualTo(30);
    float[][] pixels = trail.pixels();
    assertThat(Math.hypot(pixels[0][0] - scene.x(0), pixels[0][1] - scene.y(0))).isLessThan(0.3);
    assertThat(Math.hypot(pixels[29][0] - scene.x(29), pixels[29][1] - scene.y(29)))
        .isLessThan(0.3);
  }

  @Test
  void aThingThatIsHiddenHasNoPlaceAndIsFoundAgain() {
    Scene scene = new Scene(9);
    Clip clip = scene.film(30, 14);

    Trail trail = Tracking.follow(clip).radius(12).mark(0, scene.x(0), scene.y(0)).run();

    float[][] pixels = trail.pixels();
    assertThat(pixels[14][0]).isNaN();
    assertThat(trail.size()).isEqualTo(29);
    assertThat(Math.hypot(pixels[29][0] - scene.x(29), pixels[29][1] - scene.y(29)))
        .isLessThan(0.3);
  }

  /**
   * The authors marked the car by hand. Followed from the mark of frame 20, it is as near to their
   * other marks as these are to any one point of the car: they wander on it.
   */
  @Test
  void theCarIsFollowedAsNearlyAsItsMarksStayOnOnePointOfIt() {
    Clip car = Clips.read(Path.of("..", "datasets", "car-loop"));
    float[][] marks = marks(car);

    Trail trail =
        Tracking.follow(car).radius(20).mark(START, marks[START][0], marks[START][1]).run();

    assertThat(trail.size()).isEqualTo(53);
    double[][] offsets = new double[53][];
    for (Sighting s : trail.sightings()) {
      double dx = marks[s.frame()][0] - s.x();
      double dy = marks[s.frame()][1] - s.y();
      double cos = Math.cos(s.turn());
      double sin = Math.sin(s.turn());
      offsets[s.frame()] = new double[] {cos * dx + sin * dy, cos * dy - sin * dx};
    }
    double[] followed = {0, 0};
    double[] best = {
      median(Arrays.stream(offsets).mapToDouble(o -> o[0]).toArray()),
      median(Arrays.stream(offsets).mapToDouble(o -> o[1]).toArray())
    };
    assertThat(medianDistance(offsets, 0, 53, followed)).isLessThan(6);
    assertThat(medianDistance(offsets, 12, 38, followed)).isLessThan(4);
    assertThat(medianDistance(offsets, 0, 53, best)).as("of the best point").isGreaterThan(3.5);
  }

  private static double medianDistance(double[][] offsets, int from, int to, double[] point) {
    return median(
        Arrays.stream(offsets, from, to)
            .mapToDouble(o -> Math.hypot(o[0] - point[0], o[1] - point[1]))
            .toArray());
  }

  private static float[][] marks(Clip clip) {
    float[][] metres = clip.variable("position").values();
    float[][] pixels = new float[metres.length][2];
    for (int t = 0; t < metres.length; t++) {
      pixels[t][0] = (float) (metres[t][0] * clip.pixelsPerMetre());
      pixels[t][1] = (float) (metres[t][1] * clip.pixelsPerMetre());
    }
    return pixels;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  @Test
  void followingWithoutAMarkSaysWhatToDo() {
    Clip clip = MovingSquare.clip(1, 4, 16);

    assertThatThrownBy(() -> Tracking.follow(clip).run())
        .hasMessageContaining("say where the point is with mark(frame, x, y)");
    assertThatThrownBy(() -> Tracking.follow(clip).mark(4, 1, 1))
        .hasMessageContaining("a mark lies in frame 0 to 3");
  }

  /** A textured disc that turns on a circle, before a ground whose texture moves. */
  private static final class Scene {
    private static final int SIZE = 120;
    private final double[] waves = new double[96];

    Scene(long seed) {
      Random random = new Random(seed);
      for (int i = 0; i < waves.length; i += 3) {
        waves[i] = 0.25 * random.nextGaussian();
        waves[i + 1] = 0.25 * random.nextGaussian();
        waves[i + 2] = 2 * Math.PI * random.nextDouble();
      }
    }

    double angle(int t) {
      return 0.09 * t + 0.001 * t * t;
    }

    double x(int t) {
      return 60 + 30 * Math.cos(0.08 * t);
    }

    double y(int t) {
      return 55 + 30 * Math.sin(0.08 * t);
    }

    Clip film(int frames, int hidden) {
      Clip.Builder clip = Clip.builder("turning", 1, SIZE, SIZE);
      for (int t = 0; t < frames; t++) {
        byte[] frame = new byte[SIZE * SIZE];
        double cos = Math.cos(angle(t));
        double sin = Math.sin(angle(t));
        for (int i = 0; i < frame.length; i++) {
          double dx = i % SIZE + 0.5 - x(t);
          double dy = i / SIZE + 0.5 - y(t);
          boolean on = t != hidden && dx * dx + dy * dy < 18 * 18;
          double value =
              on
                  ? texture(cos * dx + sin * dy, cos * dy - sin * dx, 0)
                  : texture(i % SIZE + 1.7 * t, i / SIZE - 0.6 * t, 48);
          frame[i] = (byte) Math.max(0, Math.min(255, Math.round(128 + 25 * value)));
        }
        clip.frame(frame);
      }
      return clip.build();
    }

    private double texture(double x, double y, int from) {
      double sum = 0;
      for (int i = from; i < from + 48; i += 3) {
        sum += Math.cos(waves[i] * x + waves[i + 1] * y + waves[i + 2]);
      }
      return sum;
    }
  }
}
