package org.orrery.workbench.training;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.clips.Clip;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Parameters;

/** What the training loop needs of a model. */
public interface Trainable {
  /** The engine that trains it. */
  Engine engine();

  /** The weights to start from. */
  Parameters parameters();

  /** Takes trained weights in. */
  void accept(Parameters trained);

  /** The losses of a batch: input {@code frames} [batch, time, channel, h, w] in [0, 1]. */
  Computation objective(Objective objective);

  /** Further inputs of the objective, drawn anew for each step. */
  Map<String, INDArray> noise(Objective objective, RandomGenerator random);

  /**
   * Further inputs of the objective for a batch of windows: what it reads of their variables, and
   * noise drawn anew for each step. Unless told otherwise the noise alone.
   *
   * @param windows the clips' windows, in the order of the batch
   */
  default Map<String, INDArray> inputs(
      Objective objective, List<Clip> windows, RandomGenerator random) {
    return noise(objective, random);
  }

  /** Refuses a clip the model cannot watch, with the reason. */
  void check(Clip clip);
}
