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
record JepaPredictor(JepaConfig config) implements Predictor {

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

  @Override
  public int history() {
    return config.history();
  }

  @Override
  public Tensor predict(Ops ops, Tensor latents, Tensor conditions, List<Tensor> given) {
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

  private static Tensor told(Ops ops, Tensor conditions) {
    Tensor hidden = ops.silu(Layers.linear(ops, conditions, "predictor.condition1"));
    return Layers.linear(ops, hidden, "predictor.condition2");
  }
}
