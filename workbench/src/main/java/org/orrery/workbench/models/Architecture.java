package org.orrery.workbench.models;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/**
 * A kind of world model as functions over named parameters: what {@link NeuralModel} needs to
 * watch, imagine, paint and train. Pure: weights, engine and history live there.
 */
interface Architecture {
  ModelConfig config();

  /** The frames it watches. */
  Sight sight();

  /** Length D of a latent. */
  int latent();

  Conditions conditions();

  /** Side of the square frames it paints; a divisor of the clips' size. */
  int canvas();

  /** Fresh weights. */
  Parameters initialize(long seed);

  /**
   * Frames [batch, time + 1, colours, size, size] in [0, 1] and conditions [batch, time, k] (null
   * without) to latents [batch, time, D].
   */
  Tensor encode(Ops ops, Tensor frames, Tensor conditions);

  /**
   * The activations of its layers by name, in their order, each [batch, time, ...], from what
   * {@link #encode} takes. Every map is averaged to 4 x 4.
   */
  Map<String, Tensor> layers(Ops ops, Tensor frames, Tensor conditions);

  /** Latents [n, D] to frames [n, colours * canvas * canvas] in [0, 1]. */
  Tensor decode(Ops ops, Tensor latents);

  /**
   * Latents [batch, time, D] and conditions [batch, time + steps, k] (null without) to the ones
   * that follow, [batch, steps, D].
   */
  Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps);

  /**
   * The losses of a batch of inputs {@code frames} and, with conditions, {@code conditions} [batch,
   * time, k], row t of which belongs to frame t.
   *
   * @param name of the model, for errors
   * @throws IllegalArgumentException if the windows the objective asks for are too short
   */
  Computation objective(String name, Objective objective);

  /** Further inputs of the objective for a batch of so many windows, drawn anew each step. */
  default Map<String, INDArray> noise(Objective objective, int windows, RandomGenerator random) {
    return Map.of();
  }

  /** Refuses kinds that do not learn by gradients, with what to do in place of it. */
  default void requireTrainable(String name) {}
}
