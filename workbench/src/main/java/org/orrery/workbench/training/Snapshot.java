package org.orrery.workbench.training;

import java.nio.file.Path;
import org.orrery.workbench.engine.Parameters;

/** A run as it is after a step, for what is done every so many of them. */
public interface Snapshot extends Glimpse {
  /** The step just taken. */
  TrainingStep last();

  /** The model's parameters if the run ended now: adapters merged, averaged if that was asked. */
  Parameters weights();

  /**
   * Stores all that is needed to go on as if nothing had happened, in place of what the folder held
   * before. A process that is killed meanwhile leaves the earlier checkpoint or the new one, whole.
   */
  void checkpoint(Path folder);
}
