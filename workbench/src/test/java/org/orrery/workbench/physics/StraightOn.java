package org.orrery.workbench.physics;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.Values;
import org.orrery.workbench.worlds.World;

/**
 * Forecasters of uniform motion whose answer is known: each reads place, velocity and radius off
 * the given frames and goes straight on, with what it makes of speed and radius.
 */
final class StraightOn {
  private static final int SAMPLES = 4;

  /** What becomes of a speed in m/s and a radius in m. */
  interface Belief {
    double[] of(double speed, double radius);
  }

  private StraightOn() {}

  /** Knows the law. */
  static Forecast oracle() {
    return believing((speed, radius) -> new double[] {speed, radius});
  }

  /** Knows {@code cases} training clips, and takes speed and radius of the nearest one. */
  static Forecast memoriser(World training, int cases, long seed) {
    List<Values> known = IntStream.range(0, cases).mapToObj(i -> training.values(seed, i)).toList();
    return believing(
        (speed, radius) -> {
          Values nearest = null;
          double least = Double.MAX_VALUE;
          for (Values values : known) {
            double far =
                Math.hypot(values.get("speed") - speed, 4 * (values.get("radius") - radius));
            nearest = far < least ? values : nearest;
            least = Math.min(far, least);
          }
          return new double[] {nearest.get("speed"), nearest.get("radius")};
        });
  }

  /** Puts the ball anywhere. */
  static Forecast anywhere(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return (clip, given, steps) -> {
      Clip.Builder dream = blank(clip);
      for (int t = 0; t < steps; t++) {
        dream.frame(disc(clip, 10 * random.nextDouble(), 10 * random.nextDouble(), 1));
      }
      return dream.build();
    };
  }

  static Forecast believing(Belief belief) {
    return (clip, given, steps) -> {
      Trajectory seen =
          VelocityInstrument.CENTROID.track(clip.slice(0, given), clip.pixelsPerMetre());
      double[] first = seen.rows()[1];
      double[] last = seen.rows()[given - 1];
      double velocity = (last[0] - first[0]) / (given - 2) / seen.seconds();
      double[] made = belief.of(Math.abs(velocity), last[2]);
      Clip.Builder dream = blank(clip);
      for (int t = 1; t <= steps; t++) {
        double x = last[0] + Math.signum(velocity) * made[0] * t * seen.seconds();
        dream.frame(disc(clip, x, last[1], made[1]));
      }
      return dream.build();
    };
  }

  private static Clip.Builder blank(Clip clip) {
    return Clip.builder(clip.id() + "-dreamt", 1, clip.height(), clip.width())
        .fps(clip.fps())
        .pixelsPerMetre(clip.pixelsPerMetre());
  }

  private static byte[] disc(Clip clip, double x, double y, double radius) {
    int width = clip.width();
    byte[] frame = new byte[clip.height() * width];
    double metre = 1 / clip.pixelsPerMetre() / SAMPLES;
    for (int i = 0; i < frame.length; i++) {
      int inside = 0;
      for (int s = 0; s < SAMPLES * SAMPLES; s++) {
        double dx = ((i % width) * SAMPLES + s % SAMPLES + 0.5) * metre - x;
        double dy = ((i / width) * SAMPLES + s / SAMPLES + 0.5) * metre - y;
        inside += dx * dx + dy * dy < radius * radius ? 1 : 0;
      }
      frame[i] = (byte) (255 * inside / (SAMPLES * SAMPLES));
    }
    return frame;
  }
}
