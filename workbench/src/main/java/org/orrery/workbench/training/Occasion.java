package org.orrery.workbench.training;

/**
 * An action and when it is due.
 *
 * @param n how many units lie between two calls
 * @param unit what is counted
 * @param action what is done
 */
record Occasion(int n, FineTuning.Unit unit, Action action) {

  boolean isDue(int step, int stepsAnEpoch) {
    return step % (unit == FineTuning.Unit.STEPS ? n : n * stepsAnEpoch) == 0;
  }
}
