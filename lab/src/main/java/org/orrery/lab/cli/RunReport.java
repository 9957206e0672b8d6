package org.orrery.lab.cli;

import java.time.Duration;
import java.util.Locale;
import org.orrery.lab.execution.RunResult;

/** The last line of a run. */
final class RunReport {

  private RunReport() {}

  static String of(RunResult result) {
    var memory =
        result.peakMemory().isPresent()
            ? String.format(
                Locale.ROOT, ", kernel peak memory %.0f MB", result.peakMemory().getAsLong() / 1e6)
            : "";
    return (result.failure().isPresent() ? "failed after " : "done in ")
        + time(result.elapsed())
        + memory;
  }

  /** {@code 0.4 s}, {@code 12.3 s}, {@code 3 min 05 s}. */
  static String time(Duration duration) {
    var seconds = duration.toMillis() / 1000.0;
    return seconds < 60
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : String.format("%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
  }

  static String withoutColours(String text) {
    return text.replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "");
  }
}
