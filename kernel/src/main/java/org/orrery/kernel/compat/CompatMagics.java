package org.orrery.kernel.compat;

import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;

/** Installs the extensions for JJava that jars bring when a magic adds them. */
public final class CompatMagics implements MagicSet {

  private final Set<Class<?>> installed = new HashSet<>();

  @Override
  public void addTo(Magics magics) {
    magics.whenClassPathGrows(this::installExtensions);
  }

  private void installExtensions(ClassLoader loader) {
    ServiceLoader.load(Extension.class, loader).stream()
        .filter(extension -> installed.add(extension.type()))
        .forEach(CompatMagics::install);
  }

  /** A library whose extension fails can still be used without it. */
  private static void install(ServiceLoader.Provider<Extension> extension) {
    try {
      extension.get().install(BaseKernel.notebookKernel());
    } catch (RuntimeException | LinkageError e) {
      System.err.printf(
          "note: the extension %s for JJava could not be installed: %s%n",
          extension.type().getName(), e);
    }
  }
}
