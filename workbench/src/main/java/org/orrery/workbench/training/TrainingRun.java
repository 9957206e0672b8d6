package org.orrery.workbench.training;

import java.util.List;
import org.orrery.workbench.checkpoints.Making;

/**
 * A finished training run.
 *
 * @param what one line: the data, steps, batch, rates and seed
 * @param history every step
 * @param ending how it came to its end
 * @param best the step whose weights the model has: the last, unless the run ended early
 * @param waiting share of the time of the steps that they waited for their data, 0 to 1
 * @param data SHA-256 of the clips: ids, frames and labels
 * @param split SHA-256 of which clips were trained on and which were held out: their ids
 * @param seed of the run
 */
public record TrainingRun(
    String what,
    List<TrainingStep> history,
    Ending ending,
    int best,
    double waiting,
    String data,
    String split,
    long seed) {

  /** How a run came to its end. */
  public enum Ending {
    /** All steps were taken. */
    COMPLETED,
    /** Stopped by the user; the model has what was learned so far. */
    INTERRUPTED,
    /** The held-out clips saw no progress any more; the model has the best weights. */
    STOPPED_EARLY
  }

  /** A run whose model has the last weights, without figures of its data. */
  public TrainingRun(String what, List<TrainingStep> history, boolean interrupted) {
    this(
        what,
        history,
        interrupted ? Ending.INTERRUPTED : Ending.COMPLETED,
        history.size(),
        Double.NaN,
        "",
        "",
        0);
  }

  /** Whether it was stopped by the user before its last step. */
  public boolean interrupted() {
    return ending == Ending.INTERRUPTED;
  }

  /** What a checkpoint's card says of the run. */
  public Making making() {
    return Making.unknown().data(data, split).seed(seed).steps(history.size());
  }

  /** Seconds the run took. */
  public double seconds() {
    return history.isEmpty() ? 0 : last().seconds();
  }

  /** The last step. */
  public TrainingStep last() {
    return history.get(history.size() - 1);
  }

  /** The steps after which held-out clips were asked. */
  public List<TrainingStep> validated() {
    return history.stream().filter(step -> !step.validation().isEmpty()).toList();
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
      return what + ": no step taken" + (interrupted() ? ", interrupted" : "");
    }
    String how =
        switch (ending) {
          case COMPLETED -> "";
          case INTERRUPTED -> " (interrupted)";
          case STOPPED_EARLY -> " (stopped early)";
        };
    String kept = best == history.size() ? "" : ", weights of step %d kept".formatted(best);
    return "%s: %d steps in %.0f s%s, loss %.4f%s"
        .formatted(what, history.size(), seconds(), how, tail("loss"), kept);
  }
}
