package org.orrery.workbench.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.worlds.Holdout;
import org.orrery.workbench.worlds.Interval;
import org.orrery.workbench.worlds.Values;

/**
 * What one forecast made of one clip.
 *
 * @param error of its velocity
 * @param drifts of the clip's values that were never seen
 */
record RuleCase(VelocityError error, List<Drift> drifts) {
  private static final double READABLE = 0.1;

  /**
   * How far a value went from the true one, and where the nearest training value would have been;
   * both read off frames, as a share of the parameter's training range.
   */
  record Drift(double moved, double nearest) {

    /** Whether it landed closer to the nearest training value than half the way there. */
    boolean landed() {
      return Math.abs(moved - nearest) < 0.5 * Math.abs(nearest);
    }
  }

  /**
   * Lets a forecaster go on.
   *
   * @param shown the true frames as the instrument sees them, from the last given one on
   */
  static RuleCase of(
      Forecast forecast, Clip clip, Values values, int given, Tracked shown, Holdout held) {
    int steps = shown.imagined().frames() - 1;
    Clip imagined = forecast.after(clip, given, steps);
    if (imagined.frames() != steps) {
      throw new IllegalArgumentException(
          "a forecast of %d frames was asked for after %d of clip %s; it has %d: leave the given ones out"
              .formatted(steps, given, clip.id(), imagined.frames()));
    }
    Tracked guess = Tracked.of(VelocityInstrument.CENTROID, clip, imagined, given);
    return new RuleCase(VelocityError.of(guess), drifts(clip, values, given, held, shown, guess));
  }

  private static List<Drift> drifts(
      Clip clip, Values values, int given, Holdout held, Tracked truth, Tracked guess) {
    List<Drift> drifts = new ArrayList<>();
    for (Map.Entry<String, Double> entry : values.byName().entrySet()) {
      double value = entry.getValue();
      double nearest = held.nearestSeen(entry.getKey(), value);
      if (nearest == value) {
        continue;
      }
      Interval range = held.range(entry.getKey());
      double width = range.high() > range.low() ? range.high() - range.low() : range.high();
      PathParameter.of(entry.getKey())
          .ifPresent(
              reading -> {
                int[] steps = reading.steps(truth.steps(), clip, given);
                double actual = reading.of(truth.imagined(), steps);
                if (Math.abs(actual - value) <= READABLE * Math.max(Math.abs(value), width)) {
                  double read = reading.of(guess.imagined(), steps);
                  drifts.add(new Drift((read - actual) / width, (nearest - actual) / width));
                }
              });
    }
    return drifts;
  }
}
