package org.orrery.workbench.engine;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2) and clipping of the
 * gradient's global norm. Vectors (biases, normalisation) are not decayed.
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param epsilon added to the root of the second moment
 * @param weightDecay share of a weight removed a step, times the learning rate
 * @param clip largest gradient norm; infinity for none
 */
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay, double clip) {
  /** The usual setting: 0.9, 0.999, 1e-8, weight decay 1e-3, gradient norm at most 1. */
  public static AdamW standard() {
    return new AdamW(0.9, 0.999, 1e-8, 1e-3, 1);
  }
}
