package org.orrery.workbench.physics;

import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * Measures sections one after the other: one that fails, or is interrupted, leaves its reason and
 * takes nothing from the others.
 */
final class Sections {
  private final Progress progress;
  private String interrupted = "";

  Sections(Progress progress) {
    this.progress = progress;
  }

  /** The section that was interrupted; empty if none was. */
  String interrupted() {
    return interrupted;
  }

  /** The thread is no longer interrupted: what asked for the exam is given what there is. */
  void interruptedIn(String section) {
    Thread.interrupted();
    interrupted = section;
  }

  <T> ExamSection<T> measure(String name, Function<Progress, ExamSection<T>> work) {
    if (!interrupted.isEmpty()) {
      return ExamSection.none(reason());
    }
    Progress named = progress.in(name);
    try {
      named.step("begins");
      return work.apply(named);
    } catch (CancellationException e) {
      interruptedIn(name);
      return ExamSection.none(reason());
    } catch (IllegalArgumentException | IllegalStateException e) {
      return ExamSection.none("not measured: " + e.getMessage());
    } catch (RuntimeException e) {
      return ExamSection.none("not measured, because of an error: " + e);
    }
  }

  private String reason() {
    return "not measured, because the exam was interrupted during " + interrupted;
  }
}
