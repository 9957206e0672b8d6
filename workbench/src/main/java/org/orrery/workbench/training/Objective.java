package org.orrery.workbench.training;

/**
 * What a training run asks of the world model's loss.
 *
 * @param given latents a rollout starts from
 * @param horizon latents it then imagines, feeding on its own predictions
 * @param lambda weight of the regulariser against collapse; 0.01 to 0.2 works
 * @param projections random directions the regulariser looks along, drawn anew each step
 */
public record Objective(int given, int horizon, double lambda, int projections) {
  /** Four given frames (three latents), four imagined ones, lambda 0.05, 64 projections. */
  public static Objective standard() {
    return new Objective(3, 4, 0.05, 64);
  }

  /** The same with another horizon. */
  public Objective withHorizon(int steps) {
    return new Objective(given, steps, lambda, projections);
  }

  /** The same with another weight of the regulariser. */
  public Objective withLambda(double weight) {
    return new Objective(given, horizon, weight, projections);
  }

  /** Frames of a training window: a latent needs a pair of them. */
  public int window() {
    return 1 + given + horizon;
  }
}
