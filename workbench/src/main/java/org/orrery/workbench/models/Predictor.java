package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;
import org.orrery.workbench.training.Objective;

/** Predicts the latent that follows each of a few, seen from it and those before it. */
interface Predictor {
  /** The most latents it looks back on. */
  int history();

  /**
   * Latents [batch, n, D], n at most the history, and the conditions at them [batch, n, k] (null
   * without) to the latent that follows each of them, seen from it and those before it: [batch, n,
   * D]. What each block gives, [batch, n, width], is added to the list.
   */
  Tensor predict(Ops ops, Tensor latents, Tensor conditions, List<Tensor> blocks);

  /** The same, when what the blocks give is of no interest. */
  default Tensor predict(Ops ops, Tensor latents, Tensor conditions) {
    return predict(ops, latents, conditions, new ArrayList<>());
  }

  /** Imagines further latents, each from the last {@code history} ones: [batch, steps, D]. */
  default Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    Tensor known = given;
    List<Tensor> imagined = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      long n = known.size(1);
      Tensor recent = ops.slice(known, 1, Math.max(0, n - history()), n);
      long m = recent.size(1);
      long now = given.size(1) + k;
      Tensor told = conditions == null ? null : ops.slice(conditions, 1, now - m, now);
      Tensor next = ops.slice(predict(ops, recent, told), 1, m - 1, m);
      imagined.add(next);
      known = ops.concat(1, List.of(recent, next));
    }
    return ops.concat(1, imagined);
  }

  /**
   * Mean squared error of the next latent over every stretch of {@code history} latents of [batch,
   * time, D] at once: the n-th prediction of a stretch has seen n of them.
   */
  default Tensor error(Ops ops, Tensor latents, Tensor conditions) {
    List<Tensor> contexts = new ArrayList<>();
    List<Tensor> targets = new ArrayList<>();
    List<Tensor> told = new ArrayList<>();
    for (long start = 0; start + history() < latents.size(1); start++) {
      contexts.add(ops.slice(latents, 1, start, start + history()));
      targets.add(ops.slice(latents, 1, start + 1, start + history() + 1));
      if (conditions != null) {
        told.add(ops.slice(conditions, 1, start, start + history()));
      }
    }
    Tensor toldThen = conditions == null ? null : ops.concat(0, told);
    Tensor predicted = predict(ops, ops.concat(0, contexts), toldThen);
    return ops.mse(predicted, ops.concat(0, targets));
  }

  /**
   * What each block gives at every latent, seen from it and the ones before it, and the latent that
   * is predicted to follow.
   */
  default void trace(Ops ops, Tensor latents, Tensor conditions, LayerTrace trace) {
    List<List<Tensor>> columns = new ArrayList<>();
    for (long t = 0; t < latents.size(1); t++) {
      long from = Math.max(0, t + 1 - history());
      List<Tensor> given = new ArrayList<>();
      Tensor told = conditions == null ? null : ops.slice(conditions, 1, from, t + 1);
      given.add(predict(ops, ops.slice(latents, 1, from, t + 1), told, given));
      for (int i = 0; i < given.size(); i++) {
        if (i == columns.size()) {
          columns.add(new ArrayList<>());
        }
        columns.get(i).add(ops.slice(given.get(i), 1, t - from, t - from + 1));
      }
    }
    int blocks = columns.size() - 1;
    for (int i = 0; i < blocks; i++) {
      trace.rows("predictor " + (i + 1), ops.concat(1, columns.get(i)));
    }
    trace.rows("predicted next", ops.concat(1, columns.get(blocks)));
  }

  /**
   * Refuses windows in which no latent follows a whole history.
   *
   * @param name of the model, for the error
   */
  default void requireWindows(String name, Objective objective) {
    int latents = objective.given() + objective.horizon();
    if (objective.given() < 1 || latents <= history()) {
      throw new IllegalArgumentException(
          "%s looks back on %d latents, so it needs windows of more; %d given + %d imagined are %d: use .horizon(%d)"
              .formatted(
                  name,
                  history(),
                  objective.given(),
                  objective.horizon(),
                  latents,
                  history() + 1 - Math.min(history(), Math.max(1, objective.given()))));
    }
  }
}
