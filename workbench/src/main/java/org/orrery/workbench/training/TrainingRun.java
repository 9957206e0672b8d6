package org.orrery.workbench.training;

import java.util.List;

/**
 * A finished training run.
 *
 * @param what one line: the data, steps, batch, rates and seed
 * @param history every step
 * @param interrupted whether it was stopped before its last step
 */
public record TrainingRun(String what, List<TrainingStep> history, boolean interrupted) {
  /** Seconds the run took. */
  public double seconds() {
    return history.isEmpty() ? 0 : last().seconds();
  }

  /** The last step. */
  public TrainingStep last() {
    return history.get(history.size() - 1);
  }

  /** Mean of a loss over the last tenth of the run. */
  public double tail(String loss) {
    int from = history.size() - Math.max(1, history.size() / 10);
    return history.subList(from, history.size()).stream()
        .mapToDouble(step -> step.losses().get(loss))
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public String toString() {
    if (history.isEmpty()) {
      return what + ": no step taken" + (interrupted ? ", interrupted" : "");
    }
    return "%s: %d steps in %.0f s%s, loss %.4f"
        .formatted(
            what, history.size(), seconds(), interrupted ? " (interrupted)" : "", tail("loss"));
  }
}
