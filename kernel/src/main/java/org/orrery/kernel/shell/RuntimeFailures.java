package org.orrery.kernel.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Says what a cell threw: the exception's class and message, its causes, and the frames as lines of
 * cells. Frames of the kernel are left out.
 */
final class RuntimeFailures {

  private static final int SHOWN_AT_EACH_END = 20;
  private static final String OWN_PACKAGE = RuntimeFailures.class.getPackageName() + ".";

  private final CellSourceLines sources;

  RuntimeFailures(CellSourceLines sources) {
    this.sources = sources;
  }

  Failure of(Throwable thrown) {
    var traceback = new ArrayList<String>();
    append(thrown, "", List.of(), traceback, Collections.newSetFromMap(new IdentityHashMap<>()));
    var simple = thrown.getClass().getSimpleName();
    var name = simple.isEmpty() ? className(thrown.getClass().getName()) : simple;
    return new Failure(name, message(thrown), traceback);
  }

  /** The failure of a cell that was interrupted, with the place it had come to. */
  Failure interrupted(Throwable thrown) {
    var traceback = new ArrayList<String>();
    traceback.add(Ansi.red("KeyboardInterrupt") + ": interrupted");
    if (thrown != null) {
      traceback.addAll(frames(ofUser(thrown)));
    }
    return new Failure("KeyboardInterrupt", "interrupted", traceback);
  }

  private void append(
      Throwable thrown,
      String label,
      List<StackTraceElement> enclosing,
      List<String> traceback,
      Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return;
    }
    var message = message(thrown);
    traceback.add(
        label
            + Ansi.red(className(thrown.getClass().getName()))
            + (message.isEmpty() ? "" : ": " + message));
    var frames = ofUser(thrown);
    traceback.addAll(frames(withoutCommonEnd(frames, enclosing)));
    for (var suppressed : thrown.getSuppressed()) {
      append(suppressed, "Suppressed: ", frames, traceback, seen);
    }
    if (thrown.getCause() != null) {
      append(thrown.getCause(), "Caused by: ", frames, traceback, seen);
    }
  }

  /** The frames from the throw down to the cell. */
  private static List<StackTraceElement> ofUser(Throwable thrown) {
    var all = Arrays.asList(thrown.getStackTrace());
    var last = all.size() - 1;
    while (last >= 0 && !CellSourceLines.isOfCell(all.get(last))) {
      last--;
    }
    var down = last < 0 ? all : all.subList(0, last + 1);
    return down.stream().filter(frame -> !frame.getClassName().startsWith(OWN_PACKAGE)).toList();
  }

  private static List<StackTraceElement> withoutCommonEnd(
      List<StackTraceElement> frames, List<StackTraceElement> enclosing) {
    var end = frames.size();
    var other = enclosing.size();
    while (end > 1 && other > 0 && frames.get(end - 1).equals(enclosing.get(other - 1))) {
      end--;
      other--;
    }
    return frames.subList(0, end);
  }

  private List<String> frames(List<StackTraceElement> frames) {
    var shown = new ArrayList<String>();
    var hidden = frames.size() - 2 * SHOWN_AT_EACH_END;
    for (int i = 0; i < frames.size(); i++) {
      if (hidden > 0 && i == SHOWN_AT_EACH_END) {
        shown.add("    ... " + hidden + " more frames ...");
        i += hidden;
      }
      shown.add("    at " + frame(frames.get(i)));
    }
    return shown;
  }

  private String frame(StackTraceElement frame) {
    if (!CellSourceLines.isOfCell(frame)) {
      return frame.toString();
    }
    var method = method(frame);
    var cell = sources.cellOf(frame);
    if (cell.isEmpty() || frame.getLineNumber() < 1) {
      return method.isEmpty() ? "a cell" : method + " (a cell)";
    }
    var where = "cell [%d], line %d".formatted(cell.get().number(), frame.getLineNumber());
    var line = new CellLines(cell.get()).text(frame.getLineNumber()).strip();
    return (method.isEmpty() ? where : "%s (%s)".formatted(method, where))
        + Ansi.faint("  " + line);
  }

  /** The name a cell's author gave the method, with its class; "" for code outside any method. */
  private static String method(StackTraceElement frame) {
    var owner = CellSourceLines.withoutHolder(frame.getClassName());
    var method = frame.getMethodName();
    if (method.startsWith("lambda$")) {
      var enclosing = method.substring("lambda$".length(), method.lastIndexOf('$'));
      method = enclosing.equals(CellSources.RUN) ? "lambda" : enclosing + " lambda";
    } else if (method.equals(CellSources.RUN)) {
      method = "";
    }
    return owner.isEmpty() || method.isEmpty() ? method : owner + "." + method;
  }

  private static String className(String name) {
    return CellSourceLines.withoutHolder(name);
  }

  private static String message(Throwable thrown) {
    try {
      var message = thrown.getMessage();
      return message == null ? "" : message;
    } catch (Throwable inMessage) {
      return "(its getMessage() threw " + inMessage.getClass().getName() + ")";
    }
  }
}
