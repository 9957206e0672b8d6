package org.orrery.kernel.shell;

import org.orrery.kernel.display.MimeBundle;

/** What came of a cell: a value to show, nothing to show, or a failure. */
public sealed interface Outcome {

  /** The cell ended with an expression; {@code bundle} is what its value looks like. */
  record Shown(MimeBundle bundle) implements Outcome {}

  /** The cell ended with a declaration, a statement, an assignment or a call of void. */
  record Nothing() implements Outcome {}

  /** The cell did not compile, threw or was interrupted. */
  record Failed(Failure failure) implements Outcome {}
}
