package org.orrery.workbench.models;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/**
 * An architecture that predicts in the space of its latents, and paints with a decoder that shapes
 * nothing.
 */
interface JointEmbedding extends Architecture {
  Predictor predictor();

  LatentDecoder decoder();

  /** The losses of windows that are long enough. */
  Computation losses(Objective objective);

  @Override
  default int latent() {
    return decoder().latent();
  }

  @Override
  default int canvas() {
    return decoder().canvas();
  }

  @Override
  default Tensor decode(Ops ops, Tensor latents) {
    return decoder().paint(ops, latents);
  }

  @Override
  default Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    return predictor().rollout(ops, given, conditions, steps);
  }

  @Override
  default Computation objective(String name, Objective objective) {
    predictor().requireWindows(name, objective);
    return losses(objective);
  }

  @Override
  default Map<String, INDArray> noise(Objective objective, int windows, RandomGenerator random) {
    return Map.of("projections", SigReg.projections(latent(), objective.projections(), random));
  }
}
