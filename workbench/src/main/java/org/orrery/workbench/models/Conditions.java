package org.orrery.workbench.models;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.clips.Variable;
import org.orrery.workbench.engine.FloatArrays;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** The conditions of a model, read from clips. */
record Conditions(List<Condition> all) {
  Conditions {
    all = List.copyOf(all);
  }

  static Conditions none() {
    return new Conditions(List.of());
  }

  boolean present() {
    return !all.isEmpty();
  }

  /** Numbers at a frame, k. */
  int size() {
    return all.stream().mapToInt(Condition::components).sum();
  }

  /** Refuses a clip without one of the variables, or with an unknown value of one. */
  void check(String model, Clip clip) {
    for (Condition condition : all) {
      Variable variable = clip.variables().get(condition.variable());
      if (variable == null || variable.components().size() != condition.components()) {
        throw new IllegalArgumentException(
            "%s is conditioned on %s with %d component(s); clip %s knows %s: add it with clip.withVariable(...)"
                .formatted(
                    model,
                    condition.variable(),
                    condition.components(),
                    clip.id(),
                    variable == null ? clip.variables().keySet() : variable));
      }
      for (int t = 0; t < clip.frames(); t++) {
        for (float value : variable.at(t)) {
          if (Float.isNaN(value)) {
            throw new IllegalArgumentException(
                "%s is conditioned on %s, which clip %s does not know at frame %d: cut the clip with .slice(from, to)"
                    .formatted(model, condition.variable(), clip.id(), t));
          }
        }
      }
    }
  }

  /** Frames {@code from} to {@code to} of clips as [clip, to - from, k], scaled. */
  INDArray of(List<Clip> clips, int from, int to) {
    float[] values = new float[clips.size() * (to - from) * size()];
    int at = 0;
    for (Clip clip : clips) {
      for (int t = from; t < to; t++) {
        for (Condition condition : all) {
          Variable variable = clip.variable(condition.variable());
          for (int c = 0; c < condition.components(); c++) {
            values[at++] = (float) (variable.at(t, c) / condition.scale());
          }
        }
      }
    }
    return FloatArrays.of(values, clips.size(), (long) to - from, size());
  }

  /**
   * Conditions of a window's frames [batch, time + 1, k] without the first frame's; null if null.
   */
  static Tensor atLatents(Ops ops, Tensor conditions) {
    return conditions == null ? null : ops.slice(conditions, 1, 1, conditions.size(1));
  }

  /** Refuses conditions of a rollout that do not cover the given and the imagined latents. */
  void check(String model, INDArray given, int steps, INDArray conditions) {
    if (!present() && conditions != null) {
      throw new IllegalArgumentException(
          "%s has no conditions; received %s: say .rollout(given, steps)"
              .formatted(model, Arrays.toString(conditions.shape())));
    }
    long[] wanted = {given.size(0), given.size(1) + steps, size()};
    if (present() && (conditions == null || !Arrays.equals(conditions.shape(), wanted))) {
      throw new IllegalArgumentException(
          "%s is conditioned on %s: a rollout of %d steps needs conditions %s, one row a given and an imagined latent; received %s: say .rollout(given, steps, conditions), or .imagine(clip), which reads them from the clip"
              .formatted(
                  model,
                  all,
                  steps,
                  Arrays.toString(wanted),
                  conditions == null ? "none" : Arrays.toString(conditions.shape())));
    }
  }
}
