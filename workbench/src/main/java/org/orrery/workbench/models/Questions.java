package org.orrery.workbench.models;

import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * What a model is asked, as values: an engine that has answered a question knows it again, and need
 * not trace its graph anew.
 */
final class Questions {
  private Questions() {}

  /** Frames to latents, or to the activations of every layer. */
  record Look(Architecture architecture, boolean layers) implements Computation {
    @Override
    public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> in) {
      Tensor frames = in.get("frames");
      Tensor conditions = in.get("conditions");
      return layers
          ? architecture.layers(ops, frames, conditions)
          : Map.of("z", architecture.encode(ops, frames, conditions));
    }
  }

  /** Latents to frames. */
  record Paint(Architecture architecture) implements Computation {
    @Override
    public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> in) {
      return Map.of("frames", architecture.decode(ops, in.get("z")));
    }
  }

  /** Latents to those that follow. */
  record Dream(Architecture architecture, int steps) implements Computation {
    @Override
    public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> in) {
      return Map.of("z", architecture.rollout(ops, in.get("z"), in.get("conditions"), steps));
    }
  }
}
