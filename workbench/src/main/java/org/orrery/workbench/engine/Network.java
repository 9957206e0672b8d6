package org.orrery.workbench.engine;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Parameters that live on an engine, and the two things one does with them: run and train.
 *
 * <pre>{@code
 * try (Network network = engine.network(parameters)) {
 *   Training training = network.train(objective, AdamW.standard());
 *   Map<String, Double> losses = training.step(Map.of("x", batch), 1e-3);
 *   INDArray y = network.run(model, Map.of("x", batch)).get("y");
 * }
 * }</pre>
 */
public interface Network extends AutoCloseable {

  /** Evaluates a computation without gradients, dropout off. Inputs and outputs are float32. */
  Map<String, INDArray> run(Computation computation, Map<String, INDArray> inputs);

  /**
   * Prepares training of these parameters.
   *
   * @param objective gives scalar losses; the one named {@code loss} is minimised, the others are
   *     reported
   */
  Training train(Computation objective, Optimization optimization);

  /** Prepares training at one rate for all weights, without an average of them. */
  default Training train(Computation objective, AdamW optimizer) {
    return train(objective, Optimization.of(optimizer));
  }

  /** A copy of the parameters as they are now. */
  Parameters parameters();

  @Override
  void close();
}
