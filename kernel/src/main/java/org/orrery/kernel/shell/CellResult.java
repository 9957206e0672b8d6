package org.orrery.kernel.shell;

/** What the code of a cell returns in place of a value. Not for use by hand. */
public final class CellResult {

  /** The cell ended with no value to show. */
  public static final Object NONE = new Object();

  private CellResult() {}
}
