package org.orrery.workbench.training;

/**
 * What a training run asks of the world model's loss.
 *
 * @param given latents a rollout starts from
 * @param horizon latents it then imagines, feeding on its own predictions
 * @param regulariser what keeps the latents from collapsing
 * @param lambda the regulariser's weight
 * @param projections random directions SIGReg looks along, drawn anew each step
 */
public record Objective(
    int given, int horizon, Regulariser regulariser, double lambda, int projections) {
  /** Four given frames (three latents), four imagined ones. */
  public static Objective standard() {
    return new Objective(3, 4, Regulariser.COVARIANCE, 0.05, 64);
  }

  /** The same with another horizon. */
  public Objective withHorizon(int steps) {
    return new Objective(given, steps, regulariser, lambda, projections);
  }

  /** The same with another number of latents to start from. */
  public Objective withGiven(int latents) {
    return new Objective(latents, horizon, regulariser, lambda, projections);
  }

  /** The same with another regulariser of another weight. */
  public Objective withRegulariser(Regulariser kind, double weight) {
    return new Objective(given, horizon, kind, weight, projections);
  }

  /** Frames of a training window: a latent needs a pair of them. */
  public int window() {
    return 1 + given + horizon;
  }
}
