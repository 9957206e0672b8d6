package org.orrery.workbench.training;

/** Something that is done during a run, by {@link FineTune#every}. */
@FunctionalInterface
public interface Action {
  /** Called on the training thread between two steps. */
  void take(Snapshot now);
}
