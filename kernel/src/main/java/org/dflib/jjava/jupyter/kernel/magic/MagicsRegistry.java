package org.dflib.jjava.jupyter.kernel.magic;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.orrery.kernel.magic.MagicScope;
import org.orrery.kernel.magic.Magics;

/** The registry of magics, as notebooks written for JJava use it. */
public final class MagicsRegistry {

  /** Registers in the kernel that runs. */
  public MagicsRegistry() {}

  /** Registers a line magic, whose value is shown. */
  @SuppressWarnings("unchecked") // there is one kernel, and it is of every kind
  public MagicsRegistry registerLineMagic(String name, LineMagic<?, ?> magic) {
    var any = (LineMagic<?, BaseKernel>) magic;
    MagicScope.magics()
        .line(
            name,
            "%" + name,
            "registered by a cell",
            (call, workspace) -> any.eval(BaseKernel.notebookKernel(), call.words()));
    return this;
  }

  /** Registers a cell magic, whose value is shown. */
  @SuppressWarnings("unchecked")
  public MagicsRegistry registerCellMagic(String name, CellMagic<?, ?> magic) {
    var any = (CellMagic<?, BaseKernel>) magic;
    MagicScope.magics()
        .cell(
            name,
            "%%" + name,
            "registered by a cell",
            (call, workspace) -> any.eval(BaseKernel.notebookKernel(), call.words(), call.body()));
    return this;
  }

  /** The names of the line magics. */
  public Set<String> getLineMagicNames() {
    return names(MagicScope.magics().lineMagics());
  }

  /** The names of the cell magics. */
  public Set<String> getCellMagicNames() {
    return names(MagicScope.magics().cellMagics());
  }

  private static Set<String> names(Collection<Magics.Entry> entries) {
    return entries.stream().map(Magics.Entry::name).collect(Collectors.toUnmodifiableSet());
  }
}
