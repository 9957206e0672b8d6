package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;
import org.orrery.workbench.training.Regulariser;

/**
 * What training minimises: the error of the next latent from one to {@code history} latents of
 * context, the error of a rollout that feeds on itself, a guard against collapse, and, on detached
 * latents, the decoder's cross-entropy.
 *
 * <p>{@code loss = 1/2 next + 1/2 rollout + lambda spread + decoder}, no stop-gradient and no
 * teacher (LeWM, "LeWorldModel"; the rollout term and the short contexts are ours).
 */
record JepaObjective(Jepa jepa, Objective objective) implements Computation {
  @Override
  public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> batch) {
    Tensor pooled = jepa.sight().pool(ops, batch.get("frames"));
    Tensor latents = jepa.encoder().encode(ops, pooled);
    Tensor conditions = Conditions.atLatents(ops, batch.get("conditions"));
    Tensor next = jepa.predictor().error(ops, latents, conditions);
    Tensor rollout = rollout(ops, latents, conditions);
    Tensor spread = spread(ops, objective, latents, batch);
    Tensor decoder = jepa.decoder().error(ops, pooled, latents);
    Tensor loss = ops.mul(ops.add(next, rollout), 0.5);
    loss = ops.add(loss, ops.mul(spread, objective.lambda()));
    Map<String, Tensor> losses = new LinkedHashMap<>();
    losses.put("loss", ops.add(loss, decoder));
    losses.put("next", next);
    losses.put("rollout", rollout);
    losses.put("spread", spread);
    losses.put("decoder", decoder);
    return losses;
  }

  /** The guard against collapse that an objective asks for, of latents [batch, time, D]. */
  static Tensor spread(Ops ops, Objective objective, Tensor latents, Map<String, Tensor> batch) {
    return objective.regulariser() == Regulariser.SIGREG
        ? SigReg.statistic(ops, latents, batch.get("projections"))
        : Covariance.penalty(ops, latents);
  }

  /**
   * The mean of two rollouts to the end of the window: one from the given latents, and one from a
   * single latent, which can only succeed if that latent holds the velocity.
   */
  private Tensor rollout(Ops ops, Tensor latents, Tensor conditions) {
    Tensor fromGiven = rollout(ops, latents, conditions, objective.given());
    Tensor fromOne = rollout(ops, latents, conditions, 1);
    return ops.mul(ops.add(fromGiven, fromOne), 0.5);
  }

  private Tensor rollout(Ops ops, Tensor latents, Tensor conditions, int given) {
    int steps = (int) latents.size(1) - given;
    Tensor seen = ops.slice(latents, 1, 0, given);
    Tensor imagined = jepa.predictor().rollout(ops, seen, conditions, steps);
    return ops.mse(imagined, ops.slice(latents, 1, given, given + steps));
  }
}
