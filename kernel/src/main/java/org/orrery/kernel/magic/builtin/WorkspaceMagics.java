package org.orrery.kernel.magic.builtin;

import java.util.Map;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Workspace;

/**
 * {@code %who} lists the variables, {@code %reset} forgets them, {@code %env} reads the
 * environment.
 */
public final class WorkspaceMagics implements MagicSet {

  private static final int SHOWN_OF_A_VALUE = 80;

  @Override
  public void addTo(Magics magics) {
    magics.line("who", "%who", "lists the variables of the cells", (call, w) -> who(w));
    magics.line(
        "reset",
        "%reset",
        "forgets variables, methods, types and imports of the cells",
        (call, workspace) -> {
          workspace.reset();
          System.out.println("forgotten: all that cells had declared");
          return null;
        });
    magics.line(
        "env", "%env [NAME]", "prints environment variables", (call, workspace) -> env(call));
  }

  private static Object who(Workspace workspace) {
    var variables = workspace.variables();
    if (variables.isEmpty()) {
      System.out.println("no variables yet");
    }
    var width = variables.stream().mapToInt(one -> one.name().length()).max().orElse(0);
    var typeWidth = variables.stream().mapToInt(one -> one.type().length()).max().orElse(0);
    for (var one : variables) {
      System.out.printf(
          "%-" + width + "s   %-" + typeWidth + "s   %s%n",
          one.name(),
          one.type(),
          shortened(one.value()));
    }
    return null;
  }

  private static String shortened(String value) {
    var line = value.replaceAll("\\s*\\R\\s*", " ");
    return line.length() <= SHOWN_OF_A_VALUE
        ? line
        : line.substring(0, SHOWN_OF_A_VALUE - 3) + "...";
  }

  private static Object env(MagicCall call) {
    if (call.raw().isEmpty()) {
      System.getenv().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> System.out.println(one.getKey() + "=" + one.getValue()));
      return null;
    }
    if (call.raw().contains("=") || call.words().size() > 1) {
      throw new MagicException(
          "%%env %s: a JVM cannot change its environment; set the variable before the kernel starts, or use System.setProperty"
              .formatted(call.raw()));
    }
    var value = System.getenv(call.raw());
    if (value == null) {
      throw new MagicException(
          "%%env %s: there is no such environment variable; %%env lists all".formatted(call.raw()));
    }
    return value;
  }
}
