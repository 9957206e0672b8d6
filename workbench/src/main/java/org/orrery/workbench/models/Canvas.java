package org.orrery.workbench.models;

import org.orrery.workbench.engine.Ops;
import org.orrery.workbench.engine.Tensor;

/** What a decoder is to paint. */
final class Canvas {
  private Canvas() {}

  /**
   * Pooled frames [batch, time + 1, colours, inner, inner] without the first, averaged to the
   * canvas: [batch * time, colours * canvas * canvas].
   */
  static Tensor truth(Ops ops, Tensor pooled, int canvas) {
    long time = pooled.size(1) - 1;
    int shrink = (int) pooled.size(3) / canvas;
    Tensor frames = Sight.shrink(ops, ops.slice(pooled, 1, 1, time + 1), shrink);
    return ops.reshape(frames, pooled.size(0) * time, pooled.size(2) * canvas * canvas);
  }
}
