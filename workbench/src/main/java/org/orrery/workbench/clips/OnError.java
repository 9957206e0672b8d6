package org.orrery.workbench.clips;

import java.util.ArrayList;
import java.util.List;

/**
 * What happens when a clip of a set cannot be read while the set is gone through.
 *
 * <pre>{@code
 * OnError.Report report = OnError.skipAndReport();
 * for (Clip clip : clips.onError(report)) { ... }           // the others; a line on System.err for each
 * report.failures();                                        // which, and why
 * }</pre>
 */
@FunctionalInterface
public interface OnError {

  /** Told of a clip that cannot be read; throws to stop, returns to leave the clip out. */
  void failed(String clipId, ClipReadException failure);

  /** Stops at the first clip that cannot be read, as sets do unless told otherwise. */
  static OnError stop() {
    return (id, failure) -> {
      throw failure;
    };
  }

  /** Leaves out what cannot be read, says so on {@link System#err} and keeps the list. */
  static Report skipAndReport() {
    return new Report();
  }

  /** The clips that were left out. */
  final class Report implements OnError {
    private final List<ClipReadException> failures = new ArrayList<>();

    private Report() {}

    @Override
    public synchronized void failed(String clipId, ClipReadException failure) {
      failures.add(failure);
      System.err.println("left out clip " + clipId + ": " + failure.getMessage());
    }

    /** Why each clip was left out, in the order in which they were met. */
    public synchronized List<ClipReadException> failures() {
      return List.copyOf(failures);
    }
  }
}
