package org.orrery.workbench.engine;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The running optimisation of one {@link Network}; each step changes its parameters. */
public interface Training {
  /**
   * One optimizer step on one batch. Dropout draws from the number of the step.
   *
   * @return every loss the objective named, and {@code gradient}: the norm of the gradient before
   *     clipping. When a loss or the gradient is not finite the parameters are left as they were.
   */
  Map<String, Double> step(Map<String, INDArray> batch, double learningRate);

  /**
   * One optimizer step on a batch that comes in parts, one after the other through memory: the
   * gradient is the mean of theirs. For a loss that is a mean over the batch, parts of equal size
   * give the step of the whole batch.
   *
   * @param seed decides what dropout drops: the same seed, weights and parts give the same bytes
   * @return as {@link #step(Map, double)}; each loss is the mean over the parts
   */
  Map<String, Double> step(List<Map<String, INDArray>> parts, double learningRate, long seed);

  /** Weights whose gradient was not finite in the latest step, in the network's order. */
  List<String> notFinite();

  /** The average of the weights, with the buffers as they are; the weights where none is kept. */
  Parameters average();

  /** A copy of what the optimizer remembers. */
  OptimizerState state();

  /** Goes on from what an optimizer of the same weights remembered. */
  void restore(OptimizerState state);
}
