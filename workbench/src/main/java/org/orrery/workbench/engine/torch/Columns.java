package org.orrery.workbench.engine.torch;

import java.util.IdentityHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * Weights of linear layers stored column by column for products with few rows, as a rollout of one
 * clip has them again and again: OpenBLAS multiplies such matrices several times faster when it
 * need not transpose the weight in each call. Only a weight that comes a second time is worth it.
 */
final class Columns {
  private static final long FEW = 32;

  private final Map<Tensor, Tensor> stored = new IdentityHashMap<>();

  /** The weight [out, in], perhaps stored otherwise, for a product with x [..., in]. */
  Tensor of(Tensor weight, Tensor x) {
    Tensor known = stored.get(weight);
    if (known == null) {
      stored.put(weight, weight);
      return weight;
    }
    if (known != weight || x.numel() > FEW * x.size(-1) || x.is_cuda()) {
      return known;
    }
    Tensor byColumns = weight.t().contiguous().t();
    stored.put(weight, byColumns);
    return byColumns;
  }
}
