package org.orrery.workbench.models;

import java.util.List;
import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/**
 * One pre-norm transformer block (Vaswani et al. 2017; Xiong et al. 2020): attention, then an MLP,
 * each added to what came in.
 *
 * <p>A conditioned block is AdaLN-zero (Peebles and Xie 2023, "Scalable diffusion models with
 * transformers", section 3.2): shift, scale and gate of both branches are a linear map of the
 * condition that starts at zero, so that the untrained block lets its tokens pass.
 *
 * @param name prefix of its parameters
 * @param width token width
 * @param hidden width of the MLP
 * @param causal whether a token sees only itself and those before it
 * @param conditioned whether {@link #apply} takes a condition
 * @param epsilon of the layer normalisations
 */
record TransformerBlock(
    String name,
    int width,
    int heads,
    int headWidth,
    int hidden,
    double dropout,
    boolean causal,
    boolean conditioned,
    double epsilon) {

  TransformerBlock(
      String name,
      int width,
      int heads,
      int headWidth,
      int hidden,
      double dropout,
      boolean causal,
      boolean conditioned) {
    this(name, width, heads, headWidth, hidden, dropout, causal, conditioned, Layers.EPSILON);
  }

  void declare(Initializer initializer) {
    int inner = heads * headWidth;
    if (conditioned) {
      initializer.zeroLinear(name + ".modulation", width, 6 * width);
    } else {
      initializer.norm(name + ".norm1", width);
    }
    initializer.linear(name + ".qkv", width, 3 * inner);
    initializer.linear(name + ".out", inner, width);
    if (!conditioned) {
      initializer.norm(name + ".norm2", width);
    }
    initializer.linear(name + ".mlp1", width, hidden);
    initializer.linear(name + ".mlp2", hidden, width);
  }

  /** Tokens [batch, n, width] and, if conditioned, conditions of that shape, to tokens. */
  Tensor apply(Ops ops, Tensor x, Tensor condition) {
    return conditioned ? conditioned(ops, x, condition) : plain(ops, x);
  }

  private Tensor plain(Ops ops, Tensor tokens) {
    Tensor attended = attend(ops, Layers.norm(ops, tokens, name + ".norm1", epsilon));
    Tensor x = ops.add(tokens, ops.dropout(attended, dropout));
    Tensor mlp = mlp(ops, Layers.norm(ops, x, name + ".norm2", epsilon));
    return ops.add(x, ops.dropout(mlp, dropout));
  }

  private Tensor conditioned(Ops ops, Tensor tokens, Tensor condition) {
    Tensor modulation = Layers.linear(ops, ops.silu(condition), name + ".modulation");
    List<Tensor> parts = ops.split(modulation, 2, width);
    Tensor attended = attend(ops, modulated(ops, tokens, parts.get(0), parts.get(1)));
    Tensor x = ops.add(tokens, ops.mul(parts.get(2), ops.dropout(attended, dropout)));
    Tensor mlp = mlp(ops, modulated(ops, x, parts.get(3), parts.get(4)));
    return ops.add(x, ops.mul(parts.get(5), ops.dropout(mlp, dropout)));
  }

  private Tensor modulated(Ops ops, Tensor x, Tensor shift, Tensor scale) {
    return ops.add(ops.mul(Layers.norm(ops, x, epsilon), ops.add(scale, 1)), shift);
  }

  private Tensor mlp(Ops ops, Tensor x) {
    return Layers.linear(ops, ops.gelu(Layers.linear(ops, x, name + ".mlp1")), name + ".mlp2");
  }

  private Tensor attend(Ops ops, Tensor x) {
    Tensor qkv = Layers.linear(ops, x, name + ".qkv");
    List<Tensor> parts = Layers.heads(ops, qkv, heads, headWidth);
    Tensor seen = ops.attention(parts.get(0), parts.get(1), parts.get(2), causal);
    return Layers.linear(ops, Layers.together(ops, seen), name + ".out");
  }
}
