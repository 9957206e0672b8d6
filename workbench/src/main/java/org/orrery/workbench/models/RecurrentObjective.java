package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * The evidence bound of an RSSM: nats a frame of reconstruction, plus beta times the divergence of
 * what was seen from what was expected, balanced, {@code alpha KL(sg(q) || p) + (1 - alpha) KL(q ||
 * sg(p))}, each at least the free nats (Hafner et al. 2021, algorithm 2). Divided by the pixels, so
 * that frames of any size ask for the same learning rate.
 */
record RecurrentObjective(Recurrent recurrent) implements Computation {

  @Override
  public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> batch) {
    RecurrentConfig config = recurrent.config();
    Tensor pooled = recurrent.sight().pool(ops, batch.get("frames"));
    Tensor features = recurrent.vision().encode(ops, pooled);
    Tensor told = Conditions.atLatents(ops, batch.get("conditions"));
    RecurrentFilter filter =
        RecurrentFilter.over(ops, recurrent.dynamics(), features, told, batch.get("noise"));
    int pixels = recurrent.sight().pixels();
    Tensor reconstruction = ops.mul(reconstruction(ops, pooled, filter), pixels);
    Tensor towardsPosterior = divergence(ops, filter, true);
    Tensor towardsPrior = divergence(ops, filter, false);
    Tensor divergence =
        ops.add(
            ops.mul(towardsPosterior, config.balance()),
            ops.mul(towardsPrior, 1 - config.balance()));
    Map<String, Tensor> losses = new LinkedHashMap<>();
    Tensor bound = ops.add(reconstruction, ops.mul(divergence, config.beta()));
    losses.put("loss", ops.mul(bound, 1.0 / pixels));
    losses.put("decoder", ops.mul(reconstruction, 1.0 / pixels));
    losses.put("divergence", divergence);
    return losses;
  }

  private Tensor reconstruction(Ops ops, Tensor pooled, RecurrentFilter filter) {
    Tensor latents = RecurrentFilter.stacked(ops, filter.latents());
    Tensor rows = ops.reshape(latents, latents.size(0) * latents.size(1), recurrent.latent());
    Tensor truth = Canvas.truth(ops, pooled, recurrent.canvas());
    return ops.bceWithLogits(recurrent.vision().logits(ops, rows), truth);
  }

  /** Mean over batch and time; one of the two distributions is held fixed. */
  private Tensor divergence(Ops ops, RecurrentFilter filter, boolean ofPrior) {
    List<Tensor> nats = new ArrayList<>();
    for (int t = 0; t < filter.priors().size(); t++) {
      RecurrentDynamics.Gaussian prior = filter.priors().get(t);
      RecurrentDynamics.Gaussian posterior = filter.posteriors().get(t);
      nats.add(
          ofPrior
              ? posterior.detached(ops).divergence(ops, prior)
              : posterior.divergence(ops, prior.detached(ops)));
    }
    double free = recurrent.config().freeBits();
    Tensor above = ops.relu(ops.add(ops.concat(0, nats), -free));
    return ops.mean(ops.add(above, free));
  }
}
