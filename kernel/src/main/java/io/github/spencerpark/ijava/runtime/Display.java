package io.github.spencerpark.ijava.runtime;

import org.orrery.kernel.display.CellScope;

/** {@code display}, {@code render} and {@code updateDisplay}, for those who import them. */
public class Display extends CellScope {

  /** Never made. */
  protected Display() {}
}
