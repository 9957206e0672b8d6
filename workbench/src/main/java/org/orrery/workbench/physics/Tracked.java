package org.orrery.workbench.physics;

import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;

/**
 * A true and an imagined trajectory that begin at the last given frame, and the steps to judge.
 *
 * @param truth [1 + imagined frames]
 * @param imagined the same length; row 0 is read off the last given true frame
 * @param steps those from t - 1 to t with all of the true thing in the picture at both ends
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Tracked(Trajectory truth, Trajectory imagined, int[] steps) {

  /** Imagined frames may have another size than the true ones; they stand for given + 0, 1, ... */
  static Tracked of(VelocityInstrument instrument, Clip truth, Clip imagined, int given) {
    int steps = imagined.frames();
    if (given < 1) {
      throw new IllegalArgumentException(
          "given: expected 1 frame or more, whose last one the first imagined step begins at; received "
              + given);
    }
    if (truth.frames() < given + steps) {
      throw new IllegalArgumentException(
          "clip %s has %d frames; %d are needed (%d given + %d imagined): imagine fewer frames or use a longer clip"
              .formatted(truth.id(), truth.frames(), given + steps, given, steps));
    }
    double scale = Trajectory.scale(truth);
    double[][] rows = new double[1 + steps][];
    double size = scale * imagined.width() / truth.width();
    rows[0] = instrument.track(truth.slice(given - 1, given), scale).rows()[0];
    Trajectory read = instrument.track(imagined, size);
    System.arraycopy(read.rows(), 0, rows, 1, steps);
    Trajectory actual = Trajectory.ofTruth(truth.slice(given - 1, given + steps), instrument);
    int[] judged = judged(actual, truth);
    if (judged.length == 0) {
      throw new IllegalArgumentException(
          "clip %s shows nothing whole after its %d given frames: give fewer, or use a world in which the thing stays longer"
              .formatted(truth.id(), given));
    }
    return new Tracked(actual, new Trajectory(rows, actual.seconds()), judged);
  }

  /** How many steps can be judged. */
  static int judged(Clip truth, int given, int steps) {
    Clip seen = truth.slice(given - 1, given + steps);
    return judged(Trajectory.ofTruth(seen, VelocityInstrument.CENTROID), truth).length;
  }

  private static int[] judged(Trajectory path, Clip clip) {
    double width = clip.width() / Trajectory.scale(clip);
    double height = clip.height() / Trajectory.scale(clip);
    return IntStream.range(1, path.frames())
        .filter(t -> path.inside(t - 1, width, height) && path.inside(t, width, height))
        .toArray();
  }
}
