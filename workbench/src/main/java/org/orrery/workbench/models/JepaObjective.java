package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    Tensor pooled = jepa.encoder().pool(ops, batch.get("frames"));
    Tensor latents = jepa.encoder().encode(ops, pooled);
    Tensor next = next(ops, latents);
    Tensor rollout = rollout(ops, latents);
    Tensor spread = spread(ops, latents, batch);
    Tensor decoder = decoder(ops, pooled, latents);
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

  private Tensor spread(Ops ops, Tensor latents, Map<String, Tensor> batch) {
    return objective.regulariser() == Regulariser.SIGREG
        ? SigReg.statistic(ops, latents, batch.get("projections"))
        : Covariance.penalty(ops, latents);
  }

  /** Every stretch of {@code history} latents at once: its n-th output has seen n of them. */
  private Tensor next(Ops ops, Tensor latents) {
    int history = jepa.config().history();
    List<Tensor> contexts = new ArrayList<>();
    List<Tensor> targets = new ArrayList<>();
    for (long start = 0; start + history < latents.size(1); start++) {
      contexts.add(ops.slice(latents, 1, start, start + history));
      targets.add(ops.slice(latents, 1, start + 1, start + history + 1));
    }
    Tensor predicted = jepa.predictor().predict(ops, ops.concat(0, contexts));
    return ops.mse(predicted, ops.concat(0, targets));
  }

  private Tensor rollout(Ops ops, Tensor latents) {
    int given = objective.given();
    int steps = (int) latents.size(1) - given;
    Tensor imagined = jepa.predictor().rollout(ops, ops.slice(latents, 1, 0, given), steps);
    return ops.mse(imagined, ops.slice(latents, 1, given, given + steps));
  }

  private Tensor decoder(Ops ops, Tensor pooled, Tensor latents) {
    JepaConfig config = jepa.config();
    long time = latents.size(1);
    long rows = latents.size(0) * time;
    Tensor logits =
        jepa.decoder().logits(ops, ops.reshape(ops.detach(latents), rows, config.latent()));
    Tensor truth =
        ops.reshape(
            ops.slice(pooled, 1, 1, time + 1), rows, (long) config.inner() * config.inner());
    return ops.bceWithLogits(logits, truth);
  }
}
