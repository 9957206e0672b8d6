package org.dflib.jjava.jupyter;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/**
 * What a library does to a notebook it is added to. Found by {@link java.util.ServiceLoader} in
 * jars that {@code %maven}, {@code %jars} or {@code %classpath} bring.
 */
public interface Extension {

  /** Prepares the notebook: imports, looks of the library's types, magics. */
  void install(BaseKernel kernel);

  /** Not called by Orrery: a class path only grows. */
  default void uninstall(BaseKernel kernel) {}
}
