package org.orrery.lab.execution;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.orrery.lab.notebook.Cell;
import org.orrery.lab.notebook.Notebook;

/**
 * What a run left: the notebook with its outputs, also when it stopped early.
 *
 * @param executed the notebook as far as it got; cells that did not run have no outputs
 * @param failure why it stopped early, if it did
 * @param peakMemory most memory the kernel's process held, in bytes, where the system tells
 */
public record RunResult(
    Notebook executed, Optional<Failure> failure, Duration elapsed, OptionalLong peakMemory) {

  /**
   * Why a run stopped.
   *
   * @param number which of the code cells (from 1), or 0 when the kernel never got ready
   * @param cell the cell as it stands, if one was running
   * @param reason what happened, in one or more lines; may hold ANSI colours
   */
  public record Failure(int number, Optional<Cell> cell, String reason) {}
}
