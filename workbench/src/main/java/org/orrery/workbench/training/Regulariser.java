package org.orrery.workbench.training;

/** What keeps latents from collapsing to a point or a line. */
public enum Regulariser {
  /** Every random projection of the latents should be standard normal (LeJEPA's SIGReg). */
  SIGREG,

  /**
   * Latents of unit variance should be uncorrelated, whatever their distribution: VICReg's variance
   * and covariance terms (Bardes, Ponce and LeCun 2022, eq. 1 and 4). Better for scenes of few
   * degrees of freedom, whose states are not normally distributed.
   */
  COVARIANCE
}
