package org.orrery.workbench.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameters;

/** What the training loop needs of a model. */
public interface Trainable {
  /** The engine that trains it; the fastest one unless told. */
  default Engine engine() {
    return Engine.best();
  }

  /** The weights to start from. */
  Parameters parameters();

  /** Takes trained weights in. */
  void accept(Parameters trained);

  /** The losses of a batch: input {@code frames} [batch, time, channel, h, w] in [0, 1]. */
  Computation objective(Objective objective);

  /** Further inputs of the objective, drawn anew for each step; none unless told. */
  default Map<String, INDArray> noise(Objective objective, RandomGenerator random) {
    return Map.of();
  }

  /**
   * Further inputs of the objective for a batch of windows, or a part of one: what it reads of
   * their variables, and noise drawn anew for each step. Unless told otherwise the noise alone.
   *
   * @param windows the clips' windows, in the order of the batch, labels augmented with the frames
   */
  default Map<String, INDArray> inputs(
      Objective objective, List<Clip> windows, RandomGenerator random) {
    return noise(objective, random);
  }

  /** The latents of a batch, as output {@code latents} [..., D]; empty when there are none. */
  default Optional<Computation> latents() {
    return Optional.empty();
  }

  /**
   * What the model imagines of a clip with weights that are still in training: any value that a
   * notebook can show; empty when it cannot imagine.
   */
  default Optional<Object> glimpse(Parameters weights, Clip clip) {
    return Optional.empty();
  }

  /** Refuses a clip the model cannot watch, with the reason; watches any unless told. */
  default void check(Clip clip) {}
}
