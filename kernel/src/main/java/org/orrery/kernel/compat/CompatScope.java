package org.orrery.kernel.compat;

import org.dflib.jjava.kernel.JavaNotebookStatics;
import org.orrery.kernel.display.Display;

/**
 * What cells have in scope because other Java kernels have it: {@code printf}, {@code eval}, {@code
 * getKernelInstance} and {@code kernel}, {@code updateDisplay} with MIME types.
 *
 * <pre>{@code
 * printf("%.3f s%n", seconds);
 * int three = (int) eval("1 + 2");
 * updateDisplay(id, "<b>done</b>", "text/html");
 * }</pre>
 */
public class CompatScope extends JavaNotebookStatics {

  /** Never made. */
  protected CompatScope() {}

  /** Prints formatted text. */
  public static void printf(String format, Object... arguments) {
    System.out.printf(format, arguments);
  }

  /** The value of {@code code}, evaluated as a cell. */
  public static Object eval(String code) {
    return kernel().evalRaw(code);
  }

  /** Shows {@code value}, in the forms named, in the place of what was displayed as {@code id}. */
  public static void updateDisplay(String id, Object value, String... mimes) {
    Display.update(id, Display.render(value, mimes));
  }
}
