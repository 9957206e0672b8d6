package org.orrery.workbench.training;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A look at a model that is in training; what is asked for is computed then. */
public interface Glimpse {
  /** The step it was taken after, counted from one. */
  int step();

  /** Latents of the batch just trained on, [sample, D]; empty when the model has none. */
  Optional<INDArray> latents();

  /** What the model imagines of a held-out clip by now; empty when it cannot imagine. */
  Optional<Object> imagination();
}
