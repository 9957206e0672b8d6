package org.orrery.workbench.training;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A batch size that is found by trying: {@link FineTuning#auto()}.
 *
 * @param most windows to try first
 */
public record BatchSize(int most) {

  /** Refuses fewer windows than one. */
  public BatchSize {
    if (most < 1) {
      throw new IllegalArgumentException("auto(%d): expected at least 1 window".formatted(most));
    }
  }

  /**
   * The largest batch up to {@code most}, in multiples of {@code parts}, whose trial runs: what
   * fails is at least an eighth larger.
   *
   * @param trial runs a step of that many windows; gives what memory said if it failed
   */
  int find(int parts, int clips, IntFunction<Optional<DeviceMemory>> trial) {
    int high = Math.max(parts, Math.min(most, clips) / parts * parts);
    Optional<DeviceMemory> failure = trial.apply(high);
    int low = 0;
    while (failure.isPresent() && high > parts) {
      int fewer = Math.max(parts, failure.get().fitting(high) / parts * parts);
      int next = Math.max(parts, Math.min(fewer, high - parts));
      failure = trial.apply(next);
      if (failure.isEmpty()) {
        low = next;
        break;
      }
      high = next;
    }
    if (low == 0) {
      if (failure.isPresent()) {
        throw new IllegalStateException(
            "not even a batch of %d fits: %s; take a smaller model or shorter windows"
                .formatted(high, failure.get().missing()));
      }
      return high;
    }
    while (high - low > Math.max(parts, low / 8)) {
      int middle = Math.max(low + parts, (low + high) / 2 / parts * parts);
      if (middle >= high) {
        break;
      }
      if (trial.apply(middle).isEmpty()) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
