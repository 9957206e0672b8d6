package org.orrery.lab.execution;

import java.time.Duration;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Output;

/** Told what a run is doing, on the run's own thread. Every method may be left out. */
public interface RunListener {

  /** The kernel is being started; {@code total} code cells will run. */
  default void starting(int total) {}

  /** Cell {@code number} of the code cells (from 1) has been sent. */
  default void cellStarted(int number, Cell cell) {}

  /** A cell printed or displayed something new. */
  default void output(Output output) {}

  /** Called several times a second while cell {@code number} runs. */
  default void running(int number, Duration elapsed) {}

  /** Cell {@code number} has ended; {@code ok} is false when it failed. */
  default void cellFinished(int number, boolean ok, Duration elapsed) {}
}
