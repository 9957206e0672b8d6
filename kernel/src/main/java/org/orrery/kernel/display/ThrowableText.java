package org.orrery.kernel.display;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/** An exception as a value: what it says, where it comes from, and its causes. */
final class ThrowableText {

  private static final int MOST_FRAMES = 8;

  /** The class around everything that a cell declares. */
  private static final Pattern HOLDER = Pattern.compile("^REPL\\.\\$Cell\\w+[.$]");

  private ThrowableText() {}

  static String of(Throwable thrown) {
    var text = new StringBuilder();
    append(thrown, "", text, Collections.newSetFromMap(new IdentityHashMap<>()));
    return text.toString().stripTrailing();
  }

  private static void append(
      Throwable thrown, String label, StringBuilder text, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    text.append(label).append(HOLDER.matcher(thrown.toString()).replaceFirst("")).append('\n');
    var frames =
        Arrays.stream(thrown.getStackTrace())
            .takeWhile(frame -> !isBelowCells(frame.getClassName()))
            .toList();
    frames.stream()
        .limit(MOST_FRAMES)
        .forEach(frame -> text.append("    at ").append(shown(frame)).append('\n'));
    if (frames.size() > MOST_FRAMES) {
      text.append("    … %d more frames%n".formatted(frames.size() - MOST_FRAMES));
    }
    for (var suppressed : thrown.getSuppressed()) {
      append(suppressed, "Suppressed: ", text, seen);
    }
    append(thrown.getCause(), "Caused by: ", text, seen);
  }

  /** A line of a cell as such; without the loader and the module, which tell its author nothing. */
  private static String shown(StackTraceElement frame) {
    var cell = frame.getFileName();
    if (cell != null && cell.startsWith("cell [")) {
      var where = "%s, line %d".formatted(cell, frame.getLineNumber());
      var name = frame.getClassName() + "." + frame.getMethodName();
      var own = HOLDER.matcher(name).replaceFirst("");
      return own.contains("$") ? where : "%s (%s)".formatted(own, where);
    }
    var whole = frame.toString();
    return whole.substring(whole.lastIndexOf('/', whole.indexOf('(')) + 1);
  }

  /** The frames of the kernel, and of the reflection with which it calls a cell. */
  private static boolean isBelowCells(String className) {
    return className.startsWith("org.orrery.kernel.shell.")
        || className.startsWith("jdk.internal.reflect.");
  }
}
