package org.orrery.workbench.physics;

/**
 * One quantity that ought to be kept, measured in imagined and in true frames alike.
 *
 * @param name such as energy
 * @param unit of the quantity
 * @param imagined relative drift |Q_t - Q_0| / |Q_0| in imagined frames, Q_0 measured in the given
 *     ones; NaN where it cannot be measured
 * @param truth the same in the true frames: the instrument's own floor
 * @param squaredError mean of (Q(x_t) - Q(x^_t))^2 over clips and frames in which both were
 *     measured, as Energy MSE in "Hamiltonian neural networks" (Greydanus et al. 2019); NaN if
 *     there is none
 * @param squaredFloor mean of (Q measured in true frames - Q known)^2; NaN if it is not known
 */
public record ConservedQuantity(
    String name,
    String unit,
    HorizonCurve imagined,
    HorizonCurve truth,
    double squaredError,
    double squaredFloor) {

  /** The last horizon at which at least half of the clips that ever count still do. */
  public int lastHorizon() {
    int most = 0;
    for (int h = 1; h <= truth.horizons(); h++) {
      most = Math.max(most, truth.count(h));
    }
    int last = 1;
    for (int h = 1; h <= truth.horizons(); h++) {
      last = truth.count(h) > 0 && 2 * truth.count(h) >= most ? h : last;
    }
    return last;
  }
}
