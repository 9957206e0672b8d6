package org.orrery.workbench.physics;

import java.util.Arrays;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/**
 * Where one thing is at each frame: rows of x, y and radius in metres; NaN where it is not seen or
 * not known.
 *
 * @param rows [time][3]
 * @param seconds from one frame to the next
 */
@SuppressWarnings("ArrayRecordComponent") // package-private, never compared
record Trajectory(double[][] rows, double seconds) {

  /**
   * The true one: the clip's {@code position}, or else what the instrument reads off its frames.
   */
  static Trajectory ofTruth(Clip clip, VelocityInstrument instrument) {
    Variable position = clip.variables().get("position");
    Variable radius = clip.variables().get("radius");
    boolean placed = position != null && position.components().size() == 2;
    Trajectory read = placed && radius != null ? null : instrument.track(clip, scale(clip));
    if (!placed) {
      return read;
    }
    double[][] known = new double[clip.frames()][];
    for (int t = 0; t < known.length; t++) {
      double r = radius == null ? read.rows[t][2] : radius.at(t, 0);
      known[t] = new double[] {position.at(t, 0), position.at(t, 1), r};
    }
    return new Trajectory(known, 1 / clip.fps());
  }

  static double scale(Clip clip) {
    if (Double.isNaN(clip.pixelsPerMetre())) {
      throw new IllegalArgumentException(
          "clip %s has no scale, and a velocity in m/s needs one: build it with .pixelsPerMetre(...)"
              .formatted(clip.id()));
    }
    return clip.pixelsPerMetre();
  }

  int frames() {
    return rows.length;
  }

  /** Velocity from frame t - 1 to frame t, (x, y) in m/s. */
  double[] velocity(int t) {
    return new double[] {
      (rows[t][0] - rows[t - 1][0]) / seconds, (rows[t][1] - rows[t - 1][1]) / seconds
    };
  }

  boolean seen(int t) {
    return !Double.isNaN(rows[t][0]) && !Double.isNaN(rows[t][1]);
  }

  /** Whether all of the thing is in a frame of this size in metres. */
  boolean inside(int t, double width, double height) {
    double r = rows[t][2];
    double slack = 1e-4 * width;
    return rows[t][0] - r >= -slack
        && rows[t][0] + r <= width + slack
        && rows[t][1] - r >= -slack
        && rows[t][1] + r <= height + slack;
  }

  /** Frames {@code from} on. */
  Trajectory from(int from) {
    return new Trajectory(Arrays.copyOfRange(rows, from, rows.length), seconds);
  }
}
