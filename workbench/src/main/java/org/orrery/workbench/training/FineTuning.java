package org.orrery.workbench.training;

import java.nio.file.Path;

/**
 * The words of a training run that are not methods of {@link FineTune}; in a notebook they are in
 * scope without an import.
 *
 * <pre>{@code
 * import static org.orrery.workbench.training.FineTuning.*;
 *
 * model.fineTune(clips.train()).batch(auto()).every(1, epoch(), checkpoint()).run();
 * }</pre>
 */
public final class FineTuning {
  /** Where {@link #checkpoint()} writes. */
  public static final Path FOLDER = Path.of("runs", "fine-tune");

  private FineTuning() {}

  /** What is counted in {@code every(n, unit, action)}. */
  public enum Unit {
    /** Optimizer steps. */
    STEPS,
    /** Passes over the clips. */
    EPOCHS
  }

  /** Counts optimizer steps. */
  public static Unit steps() {
    return Unit.STEPS;
  }

  /** Counts passes over the clips. */
  public static Unit epoch() {
    return Unit.EPOCHS;
  }

  /** Stores the run in {@code runs/fine-tune}, in place of what was there. */
  public static Action checkpoint() {
    return checkpoint(FOLDER);
  }

  /** Stores the run in a folder, from which {@link FineTune#resume(Path)} goes on. */
  public static Action checkpoint(String folder) {
    return checkpoint(Path.of(folder));
  }

  /** Stores the run in a folder, from which {@link FineTune#resume(Path)} goes on. */
  public static Action checkpoint(Path folder) {
    return now -> now.checkpoint(folder);
  }

  /** The largest batch up to 32 windows that fits into the device's memory, found by trying. */
  public static BatchSize auto() {
    return auto(32);
  }

  /** The largest batch up to {@code most} windows that fits into the device's memory. */
  public static BatchSize auto(int most) {
    return new BatchSize(most);
  }
}
