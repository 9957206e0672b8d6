package org.orrery.workbench.physics;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.World;

/**
 * How far an imagined velocity is from the true one, in both ways that phyworld knows (Kang et al.
 * 2024, "How far is video generation from world model").
 *
 * <pre>{@code
 * VelocityError error = Physics.velocityError(truth, dream.imagined().slice(4, 32), 4);
 * error.perFrame();        // m/s
 * }</pre>
 *
 * Judged are the steps between frames in which all of the true thing is in the picture, the first
 * one from the last given frame to the first imagined one. A step at whose ends the imagined thing
 * is not seen counts as a standstill.
 *
 * @param perFrame the mean over frames of |v - v^|, as the paper's text says, in m/s
 * @param ofMean |mean v^ - mean v|, as its released code computes, in m/s
 * @param speed the mean of the true |v|: what a standstill has as perFrame
 * @param steps the number of judged steps
 * @param lost share of them at whose ends the thing was not seen
 */
public record VelocityError(double perFrame, double ofMean, double speed, int steps, double lost) {
  private static final int GIVEN = 4;

  static VelocityError of(VelocityInstrument instrument, Clip truth, Clip imagined, int given) {
    return of(Tracked.of(instrument, truth, imagined, given));
  }

  static VelocityError of(Tracked tracked) {
    double[] sums = new double[6];
    int steps = 0;
    for (int t : tracked.steps()) {
      double[] v = tracked.truth().velocity(t);
      boolean seen = tracked.imagined().seen(t) && tracked.imagined().seen(t - 1);
      double[] guess = seen ? tracked.imagined().velocity(t) : new double[2];
      sums[0] += Math.hypot(guess[0] - v[0], guess[1] - v[1]);
      sums[1] += guess[0] - v[0];
      sums[2] += guess[1] - v[1];
      sums[3] += Math.hypot(v[0], v[1]);
      sums[4] += seen ? 0 : 1;
      steps++;
    }
    return new VelocityError(
        sums[0] / steps,
        Math.hypot(sums[1], sums[2]) / steps,
        sums[3] / steps,
        steps,
        sums[4] / steps);
  }

  static VelocityError floor(VelocityInstrument instrument, World world, int clips, long seed) {
    List<VelocityError> errors =
        IntStream.range(0, clips)
            .mapToObj(i -> world.generate(seed, i))
            .map(clip -> of(instrument, clip, clip.slice(GIVEN, clip.frames()), GIVEN))
            .toList();
    return mean(errors);
  }

  /** The mean over clips, each counting alike; the steps of all together. */
  static VelocityError mean(List<VelocityError> errors) {
    return new VelocityError(
        mean(errors, VelocityError::perFrame),
        mean(errors, VelocityError::ofMean),
        mean(errors, VelocityError::speed),
        errors.stream().mapToInt(VelocityError::steps).sum(),
        mean(errors, VelocityError::lost));
  }

  private static double mean(List<VelocityError> errors, ToDoubleFunction<VelocityError> figure) {
    return errors.stream().mapToDouble(figure).average().orElseThrow();
  }

  @Override
  public String toString() {
    return "|v - v^| per frame %.4f m/s (paper's text), |mean v^ - mean v| %.4f m/s (released code); true speed %.3f m/s, %d steps, %.0f %% without a thing to see"
        .formatted(perFrame, ofMean, speed, steps, 100 * lost);
  }
}
