package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/**
 * LeWM's two terms: the error of the next latent after one to {@code history} of them, and a guard
 * against collapse, {@code loss = next + lambda spread}; on detached latents, the decoder's
 * cross-entropy. No stop-gradient, no teacher. Longer windows hold more stretches of {@code
 * history} latents; nothing is rolled out.
 */
record LewmObjective(Lewm lewm, Objective objective) implements Computation {
  @Override
  public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> batch) {
    Tensor frames = batch.get("frames");
    Tensor latents = lewm.encode(ops, frames, null);
    Tensor conditions = Conditions.atLatents(ops, batch.get("conditions"));
    Tensor next = lewm.predictor().error(ops, latents, conditions);
    Tensor spread = JepaObjective.spread(ops, objective, latents, batch);
    Tensor decoder = lewm.decoder().error(ops, frames, latents);
    Tensor loss = ops.add(next, ops.mul(spread, objective.lambda()));
    Map<String, Tensor> losses = new LinkedHashMap<>();
    losses.put("loss", ops.add(loss, decoder));
    losses.put("next", next);
    losses.put("spread", spread);
    losses.put("decoder", decoder);
    return losses;
  }
}
