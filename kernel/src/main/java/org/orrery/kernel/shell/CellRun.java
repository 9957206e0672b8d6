package org.orrery.kernel.shell;

import java.util.List;
import java.util.Optional;
import org.orrery.kernel.magic.CellPart;
import org.orrery.kernel.magic.CellParts;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.Magics;

/**
 * Runs the parts of a cell in order, its Java and its magics. Java of a later part is read before
 * anything runs, and compiled when its turn comes: a magic may bring the classes it needs.
 */
final class CellRun {

  private static final String MAGIC_ERROR = "MagicError";
  private static final ThreadLocal<CellRun> CURRENT = new ThreadLocal<>();

  private final Cell cell;
  private final Interruption interruption;
  private final CellEvaluation evaluation;
  private final Magics magics;

  CellRun(Cell cell, Interruption interruption, CellEvaluation evaluation, Magics magics) {
    this.cell = cell;
    this.interruption = interruption;
    this.evaluation = evaluation;
    this.magics = magics;
  }

  /** The run that the calling thread is in. */
  static Optional<CellRun> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The value of the cell, or {@link CellResult#NONE}. */
  Object run() throws CompileFailedException, ThrownByCellException {
    var before = CURRENT.get();
    CURRENT.set(this);
    try {
      return run(cell.code());
    } finally {
      CURRENT.set(before);
    }
  }

  /** Runs more code as a part of the same cell: that of a magic such as {@code %%time}. */
  Object run(String code) throws CompileFailedException, ThrownByCellException {
    var parts = CellParts.split(code);
    if (parts.size() > 1) {
      for (var part : parts) {
        if (part instanceof CellPart.Java java) {
          evaluation.read(cellOf(code, java));
        }
      }
    }
    var value = CellResult.NONE;
    for (var part : parts) {
      value =
          part instanceof CellPart.Java java
              ? evaluation.run(cellOf(code, java), interruption)
              : runMagic(part);
    }
    return value;
  }

  /** The Java of a part, at its own lines. */
  private Cell cellOf(String code, CellPart.Java java) {
    var before = new StringBuilder(code.substring(0, java.offset()));
    Members.blank(before, 0, before.length());
    return new Cell(cell.number(), before + java.text());
  }

  private Object runMagic(CellPart part) throws CompileFailedException, ThrownByCellException {
    try {
      var value = interruption.userCode(() -> magics.run(part));
      return value.isPresent() ? value.get() : CellResult.NONE;
    } catch (MagicException e) {
      throw new CompileFailedException(failure(part, e));
    } catch (CompileFailedException | ThrownByCellException e) {
      throw e;
    } catch (Throwable e) { // whatever code run by a magic throws
      throw new ThrownByCellException(e);
    }
  }

  private Failure failure(CellPart part, MagicException e) {
    var lines = new CellLines(cell);
    var line = lines.lineAt(part.offset());
    return new Failure(
        MAGIC_ERROR,
        e.getMessage(),
        List.of(
            Ansi.red("%s in cell [%d], line %d".formatted(MAGIC_ERROR, cell.number(), line)),
            "  " + lines.text(line),
            e.getMessage()));
  }
}
