package org.orrery.kernel.magic.builtin;

import java.util.Optional;
import org.orrery.kernel.magic.CellPart;
import org.orrery.kernel.magic.CellParts;
import org.orrery.kernel.magic.JShellWorkspace;
import org.orrery.kernel.magic.MagicScope;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Printed;

/** Runs cells part by part, as a kernel does. */
final class MagicsInUse implements AutoCloseable {

  final JShellWorkspace workspace = new JShellWorkspace();
  final Magics magics = Magics.of(workspace);

  /** The value shown for {@code cell}. */
  Optional<Object> run(String cell) throws Exception {
    MagicScope.connect(magics);
    var shown = Optional.<Object>empty();
    for (var part : CellParts.split(cell)) {
      shown =
          part instanceof CellPart.Java java
              ? Optional.ofNullable(workspace.evaluate(java.text()))
              : magics.run(part);
    }
    return shown;
  }

  /** What {@code code} prints. */
  String printedBy(Printed.Code code) throws Exception {
    return Printed.by(code);
  }

  /** What {@code cell} prints. */
  String printedBy(String cell) throws Exception {
    return Printed.by(() -> run(cell));
  }

  @Override
  public void close() {
    workspace.close();
  }
}
