package org.orrery.workbench.models;

import java.util.ArrayList;
import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * From the last latents to the next one: a causal transformer whose output is added to the latent
 * it stands on. Its head starts at zero, so that an untrained predictor says "nothing changes".
 */
record JepaPredictor(JepaConfig config) {

  void declare(Initializer initializer) {
    int width = config.width();
    initializer.linear("predictor.in", config.latent(), width);
    initializer.normal("predictor.position", 0.02, config.history(), width);
    for (int i = 0; i < config.layers(); i++) {
      String block = "predictor.block" + i;
      initializer.norm(block + ".norm1", width);
      initializer.linear(block + ".qkv", width, 3 * width);
      initializer.linear(block + ".out", width, width);
      initializer.norm(block + ".norm2", width);
      initializer.linear(block + ".mlp1", width, config.expansion() * width);
      initializer.linear(block + ".mlp2", config.expansion() * width, width);
    }
    initializer.norm("predictor.norm", width);
    initializer.zeroLinear("predictor.head", width, config.latent());
  }

  /**
   * Latents [batch, n, D], n at most the history, to the latent that follows each of them, seen
   * from it and those before it: [batch, n, D].
   */
  Tensor predict(Ops ops, Tensor latents) {
    long n = latents.size(1);
    Tensor x = Layers.linear(ops, latents, "predictor.in");
    x = ops.add(x, ops.slice(ops.parameter("predictor.position"), 0, 0, n));
    for (int i = 0; i < config.layers(); i++) {
      String block = "predictor.block" + i;
      x = ops.add(x, ops.dropout(attend(ops, x, block), config.dropout()));
      Tensor mlp = Layers.linear(ops, Layers.norm(ops, x, block + ".norm2"), block + ".mlp1");
      mlp = Layers.linear(ops, ops.gelu(mlp), block + ".mlp2");
      x = ops.add(x, ops.dropout(mlp, config.dropout()));
    }
    Tensor change = Layers.linear(ops, Layers.norm(ops, x, "predictor.norm"), "predictor.head");
    return ops.add(latents, change);
  }

  private Tensor attend(Ops ops, Tensor x, String block) {
    long batch = x.size(0);
    long n = x.size(1);
    int width = config.width();
    Tensor qkv = Layers.linear(ops, Layers.norm(ops, x, block + ".norm1"), block + ".qkv");
    List<Tensor> heads = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      Tensor one = ops.slice(qkv, 2, (long) part * width, (part + 1L) * width);
      one = ops.reshape(one, batch, n, config.heads(), width / config.heads());
      heads.add(ops.permute(one, 0, 2, 1, 3));
    }
    Tensor seen = ops.attention(heads.get(0), heads.get(1), heads.get(2), true);
    seen = ops.reshape(ops.permute(seen, 0, 2, 1, 3), batch, n, width);
    return Layers.linear(ops, seen, block + ".out");
  }

  /** Imagines further latents, each from the last {@code history} ones: [batch, steps, D]. */
  Tensor rollout(Ops ops, Tensor given, int steps) {
    Tensor known = given;
    List<Tensor> imagined = new ArrayList<>();
    for (int k = 0; k < steps; k++) {
      long n = known.size(1);
      Tensor recent = ops.slice(known, 1, Math.max(0, n - config.history()), n);
      long m = recent.size(1);
      Tensor next = ops.slice(predict(ops, recent), 1, m - 1, m);
      imagined.add(next);
      known = ops.concat(1, List.of(recent, next));
    }
    return ops.concat(1, imagined);
  }
}
