package org.orrery.workbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The running optimisation of one {@link Network}; each step changes its parameters. */
public interface Training {
  /**
   * One optimizer step on one batch.
   *
   * @return every loss the objective named, and {@code gradient}: the norm of the gradient before
   *     clipping. When a loss or the gradient is not finite the parameters are left as they were.
   */
  Map<String, Double> step(Map<String, INDArray> batch, double learningRate);
}
