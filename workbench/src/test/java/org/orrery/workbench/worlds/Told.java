package org.orrery.workbench.worlds;

import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;

/** What motions and clips tell of themselves. */
final class Told {
  private Told() {}

  /** The variable as the motion tells it now. */
  static float[] now(Motion motion, String name) {
    Truth truth = new Truth();
    motion.record(truth);
    return truth.variables().stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseThrow()
        .at(0);
  }

  /** The largest distance of a scalar from its first value, as a share of that. */
  static double drift(Clip clip, String name) {
    Variable variable = clip.variable(name);
    double first = variable.at(0, 0);
    double most = 0;
    for (int t = 1; t < clip.frames(); t++) {
      most = Math.max(most, Math.abs(variable.at(t, 0) - first));
    }
    return most / Math.abs(first);
  }
}
