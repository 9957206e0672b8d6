package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From the last latents to the next one: positions, causal blocks steered by what the model is
 * told, a projector. Unlike {@link JepaPredictor} it answers the latent itself, not its change.
 */
record LewmPredictor(LewmConfig config) implements Predictor {
  /** Width of the conditions' MLP over that of a token. */
  private static final int EXPANSION = 4;

  private boolean conditioned() {
    return !config.conditions().isEmpty();
  }

  private List<LewmBlock> blocks() {
    List<LewmBlock> blocks = new ArrayList<>();
    for (int i = 0; i < config.layers(); i++) {
      blocks.add(new LewmBlock("predictor.block" + i, config, conditioned()));
    }
    return blocks;
  }

  private Projector projector() {
    return new Projector("predictor", config.latent(), config.hidden(), config.latent());
  }

  void declare(Initializer initializer) {
    int width = config.latent();
    initializer.normal("predictor.position", 1, config.history(), width);
    if (conditioned()) {
      int k = new Conditions(config.conditions()).size();
      initializer.linear("predictor.condition1", k, config.smoothed());
      initializer.linear("predictor.condition2", config.smoothed(), EXPANSION * width);
      initializer.linear("predictor.condition3", EXPANSION * width, width);
    }
    blocks().forEach(block -> block.declare(initializer));
    initializer.norm("predictor.blocks.norm", width);
    projector().declare(initializer);
  }

  @Override
  public int history() {
    return config.history();
  }

  @Override
  public Tensor predict(Ops ops, Tensor latents, Tensor conditions, List<Tensor> given) {
    long batch = latents.size(0);
    long n = latents.size(1);
    Tensor x = ops.add(latents, ops.slice(ops.parameter("predictor.position"), 0, 0, n));
    Tensor told = conditioned() ? told(ops, conditions) : null;
    for (LewmBlock block : blocks()) {
      x = block.apply(ops, x, told);
      given.add(x);
    }
    x = ops.reshape(Layers.norm(ops, x, "predictor.blocks.norm"), batch * n, config.latent());
    x = projector().project(ops, projector().hidden(ops, x));
    return ops.reshape(x, batch, n, config.latent());
  }

  private static Tensor told(Ops ops, Tensor conditions) {
    Tensor smoothed = Layers.linear(ops, conditions, "predictor.condition1");
    Tensor hidden = ops.silu(Layers.linear(ops, smoothed, "predictor.condition2"));
    return Layers.linear(ops, hidden, "predictor.condition3");
  }
}
