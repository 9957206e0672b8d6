package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From the last latents to the next one: a causal transformer whose output is added to the latent
 * it stands on. Its head starts at zero, so that an untrained predictor says "nothing changes".
 * Conditions, if there are any, steer every block by AdaLN-zero.
 */
record JepaPredictor(JepaConfig config) {

  private boolean conditioned() {
    return !config.conditions().isEmpty();
  }

  private List<TransformerBlock> blocks() {
    int hidden = (int) Math.round(config.expansion() * config.width());
    List<TransformerBlock> blocks = new ArrayList<>();
    for (int i = 0; i < config.layers(); i++) {
      blocks.add(
          new TransformerBlock(
              "predictor.block" + i,
              config.width(),
              config.heads(),
              config.headWidth(),
              hidden,
              config.dropout(),
              true,
              conditioned()));
    }
    return blocks;
  }

  void declare(Initializer initializer) {
    int width = config.width();
    initializer.linear("predictor.in", config.latent(), width);
    initializer.normal("predictor.position", 0.02, config.history(), width);
    if (conditioned()) {
      int k = new Conditions(config.conditions()).size();
      initializer.linear("predictor.condition1", k, width);
      initializer.linear("predictor.condition2", width, width);
    }
    blocks().forEach(block -> block.declare(initializer));
    initializer.norm("predictor.norm", width);
    initializer.zeroLinear("predictor.head", width, config.latent());
  }

  /**
   * Latents [batch, n, D], n at most the history, and the conditions at them [batch, n, k] (null
   * without) to the latent that follows each of them, seen from it and those before it: [batch, n,
   * D].
   */
  Tensor predict(Ops ops, Tensor latents, Tensor conditions) {
    return predict(ops, latents, conditions, new ArrayList<>());
  }

  /** The same; what each block gives, [batch, n, width], is added to the list. */
  private Tensor predict(Ops ops, Tensor latents, Tensor conditions, List<Tensor> given) {
    long n = latents.size(1);
    Tensor x = Layers.linear(ops, latents, "predictor.in");
    x = ops.add(x, ops.slice(ops.parameter("predictor.position"), 0, 0, n));
    Tensor told = conditioned() ? told(ops, conditions) : null;
    for (TransformerBlock block : blocks()) {
      x = block.apply(ops, x, told);
      given.add(x);
    }
    Tensor change = Layers.linear(ops, Layers.norm(ops, x, "predictor.norm"), "predictor.head");
    return ops.add(latents, change);
  }

  /**
   * What each block gives at every latent, seen from it and the ones before it, and the latent that
   * is predicted to follow.
   */
  void trace(Ops ops, Tensor latents, Tensor conditions, LayerTrace trace) {
    List<List<Tensor>> columns = new ArrayList<>();
    for (int i = 0; i <= config.layers(); i++) {
      columns.add(new ArrayList<>());
    }
    for (long t = 0; t < latents.size(1); t++) {
      long from = Math.max(0, t + 1 - config.history());
      List<Tensor> given = new ArrayList<>();
      Tensor told = conditions == null ? null : ops.slice(conditions, 1, from, t + 1);
      given.add(predict(ops, ops.slice(latents, 1, from, t + 1), told, given));
      for (int i = 0; i < given.size(); i++) {
        columns.get(i).add(ops.slice(given.get(i), 1, t - from, t - from + 1));
      }
    }
    for (int i = 0; i < config.layers(); i++) {
      trace.rows("predictor " + (i + 1), ops.concat(1, columns.get(i)));
    }
    trace.rows("predicted next", ops.concat(1, columns.get(config.layers())));
  }

  private static Tensor told(Ops ops, Tensor conditions) {
    Tensor hidden = Layers.silu(ops, Layers.linear(ops, conditions, "predictor.condition1"));
    return Layers.linear(ops, hidden, "predictor.condition2");
  }

  /** Imagines further latents, each from the last {@code history} ones: [batch, steps, D]. */
  Tensor rollout(Ops ops, Tensor given, Tensor conditions, int steps) {
    Tensor known = given;
    List<Tensor> imagined = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      long n = known.size(1);
      Tensor recent = ops.slice(known, 1, Math.max(0, n - config.history()), n);
      long m = recent.size(1);
      long now = given.size(1) + k;
      Tensor told = conditions == null ? null : ops.slice(conditions, 1, now - m, now);
      Tensor next = ops.slice(predict(ops, recent, told), 1, m - 1, m);
      imagined.add(next);
      known = ops.concat(1, List.of(recent, next));
    }
    return ops.concat(1, imagined);
  }
}
