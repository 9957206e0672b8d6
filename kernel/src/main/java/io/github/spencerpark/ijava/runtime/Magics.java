package io.github.spencerpark.ijava.runtime;

import org.orrery.kernel.magic.MagicScope;

/** {@code lineMagic} and {@code cellMagic}, for those who import them. */
public class Magics extends MagicScope {

  /** Never made. */
  protected Magics() {}
}
