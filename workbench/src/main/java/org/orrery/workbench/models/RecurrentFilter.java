package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * A pass over the frames of a batch: what the model believes after each.
 *
 * @param latents [h, s] after every frame, each [batch, h + s]
 * @param priors what was expected of every frame
 * @param posteriors what it was
 */
record RecurrentFilter(
    List<Tensor> latents,
    List<RecurrentDynamics.Gaussian> priors,
    List<RecurrentDynamics.Gaussian> posteriors) {

  /**
   * Filters features [batch, time, hidden], told conditions [batch, time, k] (null without); s is
   * drawn with noise [batch or 1, time, s], or is the posterior's mean if the noise is null.
   */
  static RecurrentFilter over(
      Ops ops, RecurrentDynamics dynamics, Tensor features, Tensor conditions, Tensor noise) {
    RecurrentConfig config = dynamics.config();
    long batch = features.size(0);
    RecurrentFilter filter =
        new RecurrentFilter(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Tensor h = RecurrentDynamics.zeros(ops, batch, config.deterministic());
    Tensor s = RecurrentDynamics.zeros(ops, batch, config.stochastic());
    for (int t = 0; t < features.size(1); t++) {
      Tensor told = conditions == null ? null : at(ops, conditions, Math.max(0, t - 1));
      h = dynamics.step(ops, h, s, told);
      RecurrentDynamics.Gaussian posterior = dynamics.posterior(ops, h, at(ops, features, t));
      filter.priors.add(dynamics.prior(ops, h));
      filter.posteriors.add(posterior);
      s = posterior.mean();
      if (noise != null) {
        s = ops.add(s, ops.mul(posterior.deviation(), at(ops, noise, t)));
      }
      filter.latents.add(ops.concat(1, List.of(h, s)));
    }
    return filter;
  }

  /** Row t of [batch, time, n], as [batch, n]. */
  static Tensor at(Ops ops, Tensor x, long t) {
    return ops.reshape(ops.slice(x, 1, t, t + 1), x.size(0), x.size(2));
  }

  /** Rows [batch, n] as [batch, time, n]. */
  static Tensor stacked(Ops ops, List<Tensor> rows) {
    List<Tensor> columns = new ArrayList<>();
    for (Tensor row : rows) {
      columns.add(ops.reshape(row, row.size(0), 1, row.size(1)));
    }
    return ops.concat(1, columns);
  }
}
