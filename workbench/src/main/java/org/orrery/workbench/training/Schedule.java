package org.orrery.workbench.training;

/**
 * A linear warm-up to the peak, then half a cosine down to zero (Loshchilov and Hutter 2017).
 *
 * @param peak learning rate at the end of the warm-up
 * @param warmup steps of the warm-up
 * @param steps steps in all
 */
public record Schedule(double peak, int warmup, int steps) {
  /** The learning rate of a step, counted from zero. */
  public double at(int step) {
    if (step < warmup) {
      return peak * (step + 1) / warmup;
    }
    double progress = (double) (step - warmup) / Math.max(1, steps - warmup);
    return peak * 0.5 * (1 + Math.cos(Math.PI * progress));
  }
}
