package org.orrery.workbench.probes;

import org.orrery.workbench.clips.Clip;

/**
 * A target of one's own, computed from a clip.
 *
 * <pre>{@code
 * TargetFunction speed = clip -> {
 *   double[][] values = new double[clip.frames()][1];
 *   for (int t = 0; t < values.length; t++) {
 *     values[t][0] = Math.hypot(clip.variable("velocity").at(t, 0), clip.variable("velocity").at(t, 1));
 *   }
 *   return values;
 * };
 * Probe.linear().targets(ProbeTarget.of("speed", speed)).run(model, clips);
 * }</pre>
 */
@FunctionalInterface
public interface TargetFunction {
  /** Values [time][component]; NaN where there is none, and that frame is left out. */
  double[][] of(Clip clip);
}
