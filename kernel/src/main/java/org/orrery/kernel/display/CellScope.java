package org.orrery.kernel.display;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * What every cell has in scope without an import, under the names that Java notebooks use.
 *
 * <pre>{@code
 * var id = display("working ...");
 * updateDisplay(id, "done");
 * clearOutput(true);
 * for (var clip : progress(clips, "reading")) { ... }
 * }</pre>
 */
public class CellScope {

  /** Never made; other names for it extend it. */
  protected CellScope() {}

  /** See {@link Display#display(Object)}. */
  public static String display(Object value) {
    return Display.display(value);
  }

  /** See {@link Display#display(Object, String...)}. */
  public static String display(Object value, String... mimes) {
    return Display.display(value, mimes);
  }

  /** See {@link Display#render(Object, String...)}. */
  public static MimeBundle render(Object value, String... mimes) {
    return Display.render(value, mimes);
  }

  /** See {@link Display#update}. */
  public static void updateDisplay(String id, Object value) {
    Display.update(id, value);
  }

  /** Clears the output of the cell. */
  public static void clearOutput() {
    Display.clear(false);
  }

  /** See {@link Display#clear}. */
  public static void clearOutput(boolean wait) {
    Display.clear(wait);
  }

  /** See {@link Display#input}. */
  public static String input(String prompt) {
    return Display.input(prompt);
  }

  /** See {@link Display#password}. */
  public static String password(String prompt) {
    return Display.password(prompt);
  }

  /** See {@link Display#setNextInput}. */
  public static void setNextInput(String code) {
    Display.setNextInput(code);
  }

  /** A bar of {@code total} steps: {@code try (var p = progress(1000, "frames")) { p.step(); }}. */
  public static Progress progress(long total, String label) {
    return Progress.of(total, label);
  }

  /** A bar of {@code total} steps without a name. */
  public static Progress progress(long total) {
    return Progress.of(total, "");
  }

  /** {@code items} with a bar for each walk through them: {@code for (var x : progress(list))}. */
  public static <T> Iterable<T> progress(Iterable<T> items) {
    return progress(items, "");
  }

  /** {@code items} with a bar for each walk through them, which ends with it. */
  public static <T> Iterable<T> progress(Iterable<T> items, String label) {
    return new CountedItems<>(items, label);
  }

  /** {@code items} with a bar for each walk through them, which ends with it. */
  public static <T> Iterable<T> progress(T[] items, String label) {
    return progress(Arrays.asList(items), label);
  }

  /** {@code stream}, also a parallel one, with a bar while it is walked. */
  public static <T> Stream<T> progress(Stream<T> stream, String label) {
    return CountedStream.of(stream, label);
  }
}
