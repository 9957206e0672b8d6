package org.orrery.kernel.shell;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Loads the classes of cells over the class path of the kernel's JVM. A cell that leaves nothing
 * behind gets a loader of its own below, so that its classes can go when it has ended.
 */
final class CellLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  /** The byte code of a class and what its stack frames tell. */
  private record Code(byte[] bytecode, String source, int[] lines) {}

  private final Map<String, Code> waiting = new ConcurrentHashMap<>();
  private final CellLinks links;

  private CellLoader(ClassLoader parent, CellLinks links) {
    super("cells", new URL[0], parent);
    this.links = links;
  }

  static CellLoader over(ClassLoader parent) {
    return new CellLoader(parent, new CellLinks());
  }

  /** A loader for classes that nothing will name later. */
  CellLoader passing() {
    return new CellLoader(this, links);
  }

  CellLinks links() {
    return links;
  }

  /** The loader of cells that {@code loader}, that of a class of a cell, is. */
  static CellLoader ofCells(ClassLoader loader) {
    return (CellLoader) loader;
  }

  /** Makes the class {@code name} known; it is defined when it is first asked for. */
  void declare(String name, byte[] bytecode, String source, int[] lines) {
    waiting.put(name, new Code(bytecode, source, lines));
  }

  /** Adds jars and folders to the class path. */
  void add(List<Path> entries) {
    for (var entry : entries) {
      try {
        addURL(entry.toUri().toURL());
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException("class path entry " + entry + ": " + e.getMessage(), e);
      }
    }
  }

  /** The class path is not searched for classes of cells, jar by jar, before this loader is. */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(CellFiles.PACKAGE + ".")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      if (waiting.containsKey(name)) {
        return findClass(name);
      }
      if (getParent() instanceof CellLoader above) {
        return above.loadClass(name, resolve);
      }
      throw new ClassNotFoundException(name);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var code = waiting.remove(name);
    if (code == null) {
      return super.findClass(name);
    }
    var bytes = forNotebook(name, code);
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] forNotebook(String name, Code code) {
    try {
      return CellBytecode.forNotebook(code.bytecode(), code.source(), code.lines(), true);
    } catch (MethodTooLargeException e) {
      System.err.printf(
          "note: method %s is too large for the checks that let an interrupt stop it; split it%n",
          e.getMethodName());
      return CellBytecode.forNotebook(code.bytecode(), code.source(), code.lines(), false);
    } catch (IllegalArgumentException e) { // byte code of a JDK newer than our ASM
      System.err.printf(
          "note: an interrupt cannot stop loops of %s: %s; run the kernel on an older JDK%n",
          name, e.getMessage());
      return code.bytecode();
    }
  }
}
