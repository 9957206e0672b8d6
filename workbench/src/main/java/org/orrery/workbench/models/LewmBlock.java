package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * A causal transformer block of LeWM's predictor, told a condition by AdaLN-zero (Peebles and Xie
 * 2023, section 3.2): its two branches normalise what is already normalised and modulated once
 * more, its queries, keys and values have no bias, and attention weights are dropped too.
 *
 * @param name prefix of its parameters
 * @param conditioned whether {@link #apply} takes a condition; a plain block is not modulated
 */
record LewmBlock(String name, LewmConfig config, boolean conditioned) {
  /** Of the normalisations that are modulated; the further ones have the usual 1e-5. */
  private static final double EPSILON = 1e-6;

  /** Added to what a token may not attend to. */
  private static final float UNSEEN = -1e9f;

  private int inner() {
    return config.heads() * config.headWidth();
  }

  void declare(Initializer initializer) {
    int width = config.latent();
    if (conditioned) {
      initializer.zeroLinear(name + ".modulation", width, 6 * width);
    }
    initializer.norm(name + ".norm1", width);
    initializer.matrix(name + ".qkv", width, 3 * inner());
    initializer.linear(name + ".out", inner(), width);
    initializer.norm(name + ".norm2", width);
    initializer.linear(name + ".mlp1", width, config.mlp());
    initializer.linear(name + ".mlp2", config.mlp(), width);
  }

  /** Tokens [batch, n, D] and, if conditioned, conditions of that shape, to tokens. */
  Tensor apply(Ops ops, Tensor tokens, Tensor condition) {
    if (!conditioned) {
      Tensor x = ops.add(tokens, attend(ops, Layers.norm(ops, tokens, EPSILON)));
      return ops.add(x, mlp(ops, Layers.norm(ops, x, EPSILON)));
    }
    Tensor modulation = Layers.linear(ops, ops.silu(condition), name + ".modulation");
    List<Tensor> parts = ops.split(modulation, 2, config.latent());
    Tensor attended = attend(ops, modulated(ops, tokens, parts.get(0), parts.get(1)));
    Tensor x = ops.add(tokens, ops.mul(parts.get(2), attended));
    Tensor mlp = mlp(ops, modulated(ops, x, parts.get(3), parts.get(4)));
    return ops.add(x, ops.mul(parts.get(5), mlp));
  }

  private static Tensor modulated(Ops ops, Tensor x, Tensor shift, Tensor scale) {
    return ops.add(ops.mul(Layers.norm(ops, x, EPSILON), ops.add(scale, 1)), shift);
  }

  private Tensor mlp(Ops ops, Tensor modulated) {
    Tensor x = Layers.linear(ops, Layers.norm(ops, modulated, name + ".norm2"), name + ".mlp1");
    x = Layers.linear(ops, ops.dropout(ops.gelu(x), config.dropout()), name + ".mlp2");
    return ops.dropout(x, config.dropout());
  }

  private Tensor attend(Ops ops, Tensor modulated) {
    long n = modulated.size(1);
    Tensor x = Layers.norm(ops, modulated, name + ".norm1");
    Tensor qkv = ops.linear(x, ops.parameter(name + ".qkv.weight"), null);
    List<Tensor> parts = Layers.heads(ops, qkv, config.heads(), config.headWidth());
    Tensor scores = ops.matmul(parts.get(0), ops.permute(parts.get(1), 0, 1, 3, 2));
    scores = ops.mul(scores, 1 / Math.sqrt(config.headWidth()));
    Tensor weights = ops.softmax(ops.add(scores, ops.constant(later((int) n), 1, 1, n, n)), -1);
    Tensor seen = ops.matmul(ops.dropout(weights, config.dropout()), parts.get(2));
    Tensor all = Layers.linear(ops, Layers.together(ops, seen), name + ".out");
    return ops.dropout(all, config.dropout());
  }

  private static float[] later(int n) {
    float[] mask = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        mask[i * n + j] = UNSEEN;
      }
    }
    return mask;
  }
}
