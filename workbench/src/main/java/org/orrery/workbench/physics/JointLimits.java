package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Whether the near elbow and knee of the jointed figure bend the way they can, measured from the
 * frames of a clip of the limbs world, filmed or imagined, without its variables.
 *
 * <pre>{@code
 * JointLimits joints = Physics.joints(pair.impossible());
 * joints.worst();                         // rad beyond the limit
 * joints.table();                         // a row a frame
 * }</pre>
 *
 * Limbs are told by their colours. An elbow bends from -2.5 to 0 rad, a knee from 0 to 2.4,
 * clockwise in the picture of a figure that faces right.
 *
 * @param clip what was watched
 * @param elbow rad beyond the elbow's limit, [time], 0 within it; NaN where the arm is not seen in
 *     one piece
 * @param knee the same of the knee
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record JointLimits(Clip clip, double[] elbow, double[] knee) {
  private static final int WINDOW = 5;

  static JointLimits of(Clip clip) {
    if (clip.channels() != 3) {
      throw new IllegalArgumentException(
          "clip %s has 1 channel; limbs are told by their colours: watch it in three"
              .formatted(clip.id()));
    }
    double[] elbow = new double[clip.frames()];
    double[] knee = new double[clip.frames()];
    for (int t = 0; t < clip.frames(); t++) {
      FigureFrame frame = new FigureFrame(clip.frame(t), clip.height(), clip.width());
      elbow[t] = beyond(frame.elbow(), -2.5, 0);
      knee[t] = beyond(frame.knee(), 0, 2.4);
    }
    return new JointLimits(clip, elbow, knee);
  }

  /** The largest mean over five judged frames in a row of one joint; 0 if there are not as many. */
  public double worst() {
    return Math.max(worst(elbow), worst(knee));
  }

  /** A row a frame. */
  public Table table() {
    return Table.create(
        clip.id(),
        IntColumn.create("frame", IntStream.range(0, clip.frames()).toArray()),
        DoubleColumn.create("elbow, rad beyond", elbow),
        DoubleColumn.create("knee, rad beyond", knee));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointLimits that
        && clip.id().equals(that.clip.id())
        && Arrays.equals(elbow, that.elbow)
        && Arrays.equals(knee, that.knee);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(elbow) + Arrays.hashCode(knee);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: elbow at most %.2f rad beyond its limit over five frames, knee %.2f",
        clip.id(),
        worst(elbow),
        worst(knee));
  }

  private static double beyond(double angle, double low, double high) {
    return Double.isNaN(angle) ? angle : Math.max(0, Math.max(low - angle, angle - high));
  }

  private static double worst(double[] values) {
    double[] judged = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    return IntStream.rangeClosed(0, judged.length - WINDOW)
        .mapToDouble(s -> Arrays.stream(judged, s, s + WINDOW).average().orElseThrow())
        .max()
        .orElse(0);
  }
}
