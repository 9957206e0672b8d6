package org.orrery.workbench.training;

/**
 * Told of a training run as it goes. Listeners found by the service loader hear every run; that is
 * how a notebook shows progress without the loop knowing of notebooks.
 */
public interface TrainingListener {
  /** A run is about to begin. */
  default void started(String what, int steps) {}

  /** A step was taken. Called on the training thread: be quick. */
  void stepped(TrainingStep step);

  /**
   * A look at the model, about twenty times a run and after the last step. What is asked of it
   * costs time, and does not change what is learned.
   */
  default void glimpsed(Glimpse glimpse) {}

  /** The run ended: completed, or stopped after the steps it holds. */
  default void finished(TrainingRun run) {}

  /** The run ended by an error, which is thrown next. */
  default void failed(Throwable reason) {}
}
