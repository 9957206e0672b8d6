package org.orrery.kernel.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.orrery.kernel.display.Display;
import org.orrery.kernel.magic.Workspace;

/** The shell as magics see it. */
record ShellWorkspace(CodeShell shell) implements Workspace {

  private static final int LONGEST = 200;

  @Override
  public void addToClassPath(List<Path> entries) {
    shell.addToClassPath(entries);
  }

  @Override
  public List<Path> classPath() {
    return shell.classPath();
  }

  @Override
  public Object evaluate(String code) throws Exception {
    var run =
        CellRun.current()
            .orElseThrow(
                () -> new IllegalStateException("magics evaluate code on the thread of a cell"));
    try {
      var value = run.run(code);
      return value == CellResult.NONE ? null : value;
    } catch (ThrownByCellException e) {
      throw e.getCause() instanceof Exception thrown ? thrown : e;
    }
  }

  @Override
  public List<Variable> variables() {
    return shell.variables().stream()
        .map(one -> new Variable(one.name(), one.type(), text(one.value())))
        .toList();
  }

  private static String text(Object value) {
    var text = Objects.toString(Display.render(value).data().get("text/plain"));
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  @Override
  public void reset() {
    shell.reset();
  }
}
