package org.orrery.kernel.comm;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What a handler threw, printed to the request it handled: without the kernel's own frames. */
public final class HandlerFailures {

  private static final List<String> OWN =
      List.of("org.orrery.kernel.comm.", "org.orrery.kernel.widgets.");

  private static volatile Function<Throwable, String> description = Throwable::toString;

  private HandlerFailures() {}

  /** From here on what is printed of an exception is what {@code text} makes of it. */
  public static void describeBy(Function<Throwable, String> text) {
    description = text;
  }

  /** Prints {@code thrown} and its causes to {@code System.err}. */
  public static void print(Throwable thrown) {
    for (var one = thrown; one != null; one = one.getCause() == one ? null : one.getCause()) {
      one.setStackTrace(ofTheAuthor(one.getStackTrace()));
    }
    System.err.println(description.apply(thrown));
  }

  /** The frames above those of the delivery. */
  private static StackTraceElement[] ofTheAuthor(StackTraceElement[] frames) {
    var kept = 0;
    while (kept < frames.length && isOwn(frames[kept])) { // the author called us, and we threw
      kept++;
    }
    while (kept < frames.length && !isOwn(frames[kept]) && !isDelivery(frames[kept])) {
      kept++;
    }
    return Arrays.copyOf(frames, kept);
  }

  private static boolean isDelivery(StackTraceElement frame) {
    return frame.getClassName().startsWith("org.orrery.kernel.session.");
  }

  private static boolean isOwn(StackTraceElement frame) {
    return OWN.stream().anyMatch(frame.getClassName()::startsWith);
  }
}
