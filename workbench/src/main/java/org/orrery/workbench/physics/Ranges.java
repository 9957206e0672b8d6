package org.orrery.workbench.physics;

import java.util.List;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** How far a quantity's truth reaches over clips. */
final class Ranges {
  private Ranges() {}

  /** Largest less smallest value. */
  static double of(List<Clip> clips, Quantity quantity) {
    double[] ends = ends(clips, quantity);
    return ends[1] - ends[0];
  }

  /** The largest magnitude. */
  static double size(List<Clip> clips, Quantity quantity) {
    double[] ends = ends(clips, quantity);
    return Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
  }

  private static double[] ends(List<Clip> clips, Quantity quantity) {
    double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (Clip clip : clips) {
      Variable variable = clip.variable(quantity.variable());
      for (int t = 0; t < clip.frames(); t++) {
        double value = variable.at(t, quantity.component());
        ends[0] = Math.min(ends[0], value);
        ends[1] = Math.max(ends[1], value);
      }
    }
    return ends;
  }
}
