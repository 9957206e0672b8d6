package org.orrery.workbench.physics;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.orrery.workbench.clips.Clip;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * Whether a mirror and a shadow show what they must, measured from the frames of a clip of the
 * light world, filmed or imagined, without its variables.
 *
 * <pre>{@code
 * Optics optics = Physics.optics(pair.impossible());
 * optics.worstReflection();               // 0 agrees, 1 has nothing in common
 * optics.table();                         // a row a frame
 * }</pre>
 *
 * The ball's disc tells where the ball is, as it lies on the floor; so it is known where the mirror
 * must show it. The lamp's place in the frame leaves only its depth open; so the shadow must be one
 * of those that some depth gives. Both are compared as sets of pixels: the disagreement is one
 * minus shared over joint pixels.
 *
 * @param clip what was watched
 * @param reflection disagreement of the mirror's ball, [time], 0 to 1; NaN where the mirror is too
 *     small to show it or the ball hides it
 * @param shadow disagreement of the shadow on the floor, [time], 0 to 1; NaN where no lamp or no
 *     floor is seen
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Optics(Clip clip, double[] reflection, double[] shadow) {
  private static final int WINDOW = 5;

  static Optics of(Clip clip) {
    if (clip.channels() != 3) {
      throw new IllegalArgumentException(
          "clip %s has 1 channel; a ball is told from its shadow by its colour: watch it in three"
              .formatted(clip.id()));
    }
    double[] reflection = new double[clip.frames()];
    double[] shadow = new double[clip.frames()];
    for (int t = 0; t < clip.frames(); t++) {
      LitFrame frame = new LitFrame(clip.frame(t), clip.height(), clip.width());
      reflection[t] = frame.reflection();
      shadow[t] = frame.shadow();
    }
    return new Optics(clip, reflection, shadow);
  }

  /** The largest mean disagreement of five judged frames in a row; NaN if there are not as many. */
  public double worstReflection() {
    return worst(reflection);
  }

  /** The same of the shadow. */
  public double worstShadow() {
    return worst(shadow);
  }

  /** A row a frame. */
  public Table table() {
    return Table.create(
        clip.id(),
        IntColumn.create("frame", IntStream.range(0, clip.frames()).toArray()),
        DoubleColumn.create("reflection", reflection),
        DoubleColumn.create("shadow", shadow));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Optics that
        && clip.id().equals(that.clip.id())
        && Arrays.equals(reflection, that.reflection)
        && Arrays.equals(shadow, that.shadow);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(reflection) + Arrays.hashCode(shadow);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: reflection disagrees by %.2f at worst, shadow by %.2f (0 agrees, 1 has nothing in common)",
        clip.id(),
        worstReflection(),
        worstShadow());
  }

  private static double worst(double[] values) {
    double[] judged = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    return IntStream.rangeClosed(0, judged.length - WINDOW)
        .mapToDouble(s -> Arrays.stream(judged, s, s + WINDOW).average().orElseThrow())
        .max()
        .orElse(Double.NaN);
  }
}
