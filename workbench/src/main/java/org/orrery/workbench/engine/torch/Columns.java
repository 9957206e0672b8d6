package org.orrery.workbench.engine.torch;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * Weights of linear layers stored column by column for products with few rows, as a rollout of one
 * clip has them again and again: OpenBLAS multiplies such matrices several times faster when it
 * need not transpose the weight in each call. The shape of x alone decides, so that the same
 * product gives the same bytes whatever was computed before it.
 */
final class Columns implements AutoCloseable {
  private static final long FEW = 32;

  private final Set<Tensor> weights = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Tensor, Tensor> stored = new IdentityHashMap<>();

  /** For weights that nothing changes until it is closed. */
  Columns(Collection<Tensor> weights) {
    this.weights.addAll(weights);
  }

  /** The weight [out, in], perhaps stored otherwise, for a product with x [..., in]. */
  synchronized Tensor of(Tensor weight, Tensor x) {
    if (x.numel() > FEW * x.size(-1) || x.is_cuda() || !weights.contains(weight)) {
      return weight;
    }
    return stored.computeIfAbsent(weight, Columns::byColumns);
  }

  private static Tensor byColumns(Tensor weight) {
    return TorchNetwork.keep(weight.t().contiguous().t());
  }

  @Override
  public synchronized void close() {
    stored.values().forEach(Tensor::close);
    stored.clear();
  }
}
