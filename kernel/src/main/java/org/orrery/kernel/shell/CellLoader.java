package org.orrery.kernel.shell;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.MethodTooLargeException;

/** Loads the classes of cells, made stoppable, over the class path of the kernel's JVM. */
final class CellLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> bytecodes = new ConcurrentHashMap<>();

  private CellLoader(ClassLoader parent) {
    super("cells", new URL[0], parent);
  }

  static CellLoader over(ClassLoader parent) {
    return new CellLoader(parent);
  }

  /** Makes the class {@code name} known; it is defined when it is first asked for. */
  void declare(String name, byte[] bytecode) {
    bytecodes.put(name, bytecode);
  }

  @Override
  public void addURL(URL url) {
    super.addURL(url);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    var bytecode = bytecodes.remove(name);
    if (bytecode == null) {
      return super.findClass(name);
    }
    var stoppable = stoppable(name, bytecode);
    return defineClass(name, stoppable, 0, stoppable.length);
  }

  private static byte[] stoppable(String name, byte[] bytecode) {
    try {
      return CellBytecode.stoppable(bytecode);
    } catch (MethodTooLargeException e) {
      System.err.printf(
          "note: method %s is too large for the checks that let an interrupt stop it; split it%n",
          e.getMethodName());
    } catch (IllegalArgumentException e) { // byte code of a JDK newer than our ASM
      System.err.printf(
          "note: an interrupt cannot stop loops of %s: %s; run the kernel on an older JDK%n",
          name, e.getMessage());
    }
    return bytecode;
  }
}
