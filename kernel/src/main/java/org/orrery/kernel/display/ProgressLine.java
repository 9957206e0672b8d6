package org.orrery.kernel.display;

import java.util.Locale;

/**
 * One bar at one moment.
 *
 * @param label what is being done
 * @param depth 0 for a bar of its own, 1 for one inside it, and so on
 * @param count steps done
 * @param total steps in all; negative when unknown
 * @param seconds since it began
 * @param perSecond steps a second; 0 when unknown
 * @param message what the loop says of itself
 * @param ending how it ended; null while it runs
 */
record ProgressLine(
    String label,
    int depth,
    long count,
    long total,
    double seconds,
    double perSecond,
    String message,
    Progress.Ending ending) {

  boolean isSameButForTime(ProgressLine other) {
    return count == other.count && message.equals(other.message) && ending == other.ending;
  }

  boolean hasTotal() {
    return total >= 0;
  }

  /** From 0 to 1; 1 for nothing to do. */
  double share() {
    return total <= 0 ? 1 : Math.min(1, (double) count / total);
  }

  String percent() {
    return hasTotal() ? (int) Math.floor(100 * share()) + "%" : "";
  }

  /** "37 of 100 · 4.2 s, 7.1 s left · 8.8/s · loss 0.12", and how it ended if it did. */
  String figures() {
    var figures = new StringBuilder();
    if (ending != null && ending != Progress.Ending.FINISHED) {
      figures.append(ending.word()).append(" at ");
    }
    figures.append("%,d".formatted(count));
    if (hasTotal() && (count != total || ending != Progress.Ending.FINISHED)) {
      figures.append(" of %,d".formatted(total));
    }
    figures.append(" · ").append(time(seconds));
    if (ending == null && hasTotal() && perSecond > 0 && count < total) {
      figures.append(", %s left".formatted(time((total - count) / perSecond)));
    }
    if (count > 0 && perSecond > 0) {
      figures.append(" · ").append(pace(perSecond));
    }
    return message.isEmpty()
        ? figures.toString()
        : figures.append(" · ").append(message).toString();
  }

  static String time(double seconds) {
    if (seconds < 0.0995) {
      return Math.round(1000 * seconds) + " ms";
    }
    if (seconds < 9.95) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    var whole = Math.round(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    return whole < 3600
        ? "%d min %02d s".formatted(whole / 60, whole % 60)
        : "%d h %02d min".formatted(whole / 3600, whole / 60 % 60);
  }

  private static String pace(double perSecond) {
    if (perSecond < 1) {
      return time(1 / perSecond) + " each";
    }
    return perSecond < 99.95
        ? String.format(Locale.ROOT, "%.1f/s", perSecond)
        : "%,d/s".formatted(Math.round(perSecond));
  }
}
