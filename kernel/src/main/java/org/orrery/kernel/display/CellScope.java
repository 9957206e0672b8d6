package org.orrery.kernel.display;

/**
 * What every cell has in scope without an import, under the names that Java notebooks use.
 *
 * <pre>{@code
 * var id = display("working ...");
 * updateDisplay(id, "done");
 * clearOutput(true);
 * }</pre>
 */
public final class CellScope {

  private CellScope() {}

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
}
