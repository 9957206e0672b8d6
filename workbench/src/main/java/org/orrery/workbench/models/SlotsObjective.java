package org.orrery.workbench.models;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orrery.workbench.engine.Computation;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * The contrastive loss of C-SWM (eq. 5 and 6): with the energy {@code E(a, b) = mean over objects
 * of 0.5 / sigma^2 ||a - b||^2}, the energy of predicted and true next state, plus what the energy
 * of two unrelated states lacks to the hinge, {@code E(z_t + T(z_t), z_t+1) + max(0, hinge - E(z~,
 * z_t+1))}. The unrelated state z~ is that of the next clip in the shuffled batch at the same time.
 */
record SlotsObjective(Slots slots) implements Computation {

  @Override
  public Map<String, Tensor> apply(Ops ops, Map<String, Tensor> batch) {
    Tensor pooled = slots.sight().pool(ops, batch.get("frames"));
    Tensor latents = slots.encoder().encode(ops, pooled);
    long n = latents.size(0);
    if (n < 2) {
      throw new IllegalArgumentException(
          "slots are told apart by comparing clips: expected a batch of 2 or more, came 1; use .batch(2) or more and as many clips");
    }
    long time = latents.size(1);
    Tensor now = rows(ops, ops.slice(latents, 1, 0, time - 1));
    Tensor after = rows(ops, ops.slice(latents, 1, 1, time));
    Tensor conditions = Conditions.atLatents(ops, batch.get("conditions"));
    Tensor told = conditions == null ? null : rows(ops, ops.slice(conditions, 1, 0, time - 1));
    Tensor positive = ops.mean(energy(ops, slots.transition().next(ops, now, told), after));
    Tensor others =
        ops.concat(0, List.of(ops.slice(latents, 0, 1, n), ops.slice(latents, 0, 0, 1)));
    Tensor unrelated = energy(ops, rows(ops, ops.slice(others, 1, 0, time - 1)), after);
    Tensor lacking = ops.relu(ops.add(ops.mul(unrelated, -1), slots.config().hinge()));
    Tensor negative = ops.mean(lacking);
    Tensor decoder = decoder(ops, pooled, latents);
    Map<String, Tensor> losses = new LinkedHashMap<>();
    losses.put("loss", ops.add(ops.add(positive, negative), decoder));
    losses.put("next", positive);
    losses.put("negative", negative);
    losses.put("decoder", decoder);
    return losses;
  }

  private static Tensor rows(Ops ops, Tensor x) {
    return ops.reshape(x, x.size(0) * x.size(1), x.size(2));
  }

  /** Energies [n] of two states [n, K * slot]. */
  private Tensor energy(Ops ops, Tensor a, Tensor b) {
    SlotsConfig config = slots.config();
    double scale = 0.5 / (config.sigma() * config.sigma()) / config.objects();
    return ops.mul(ops.sum(ops.square(ops.sub(a, b)), 1), scale);
  }

  private Tensor decoder(Ops ops, Tensor pooled, Tensor latents) {
    Tensor logits = slots.decoder().logits(ops, rows(ops, ops.detach(latents)));
    return ops.bceWithLogits(logits, Canvas.truth(ops, pooled, slots.canvas()));
  }
}
