package org.orrery.kernel.shell;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * Where calls of the methods of cells go: to the latest method of that name and signature. Declared
 * again, a method is at once what all earlier code calls, and no class or value has to change for
 * it. Not for use by hand.
 */
public final class CellLinks {

  /** What the byte code of a call names. */
  static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          CellLinks.class.getName().replace('.', '/'),
          "link",
          MethodType.methodType(
                  CallSite.class,
                  MethodHandles.Lookup.class,
                  String.class,
                  MethodType.class,
                  String.class)
              .toMethodDescriptorString(),
          false);

  private static final Pattern HOLDER =
      Pattern.compile(CellFiles.PACKAGE + "/\\$Cell[0-9]+(_[a-z][0-9]+)?");

  private record Signature(String name, MethodType type) {}

  private final Map<Signature, MutableCallSite> sites = new HashMap<>();

  CellLinks() {}

  /** Whether {@code owner}, an internal class name, holds the methods of a cell. */
  static boolean isOfCell(String owner) {
    return HOLDER.matcher(owner).matches();
  }

  /** Links a call in the class of {@code caller}: what the JVM calls at its first execution. */
  public static CallSite link(
      MethodHandles.Lookup caller, String name, MethodType type, String owner)
      throws ReflectiveOperationException {
    var loader = caller.lookupClass().getClassLoader();
    var holder = Class.forName(owner.replace('/', '.'), false, loader);
    var links = CellLoader.ofCells(loader).links();
    synchronized (links) {
      var site = links.sites.get(new Signature(name, type));
      return site != null ? site : new ConstantCallSite(caller.findStatic(holder, name, type));
    }
  }

  /** From here on calls of the method {@code name} of {@code type} go to that of {@code holder}. */
  synchronized void declare(Class<?> holder, String name, MethodType type)
      throws ReflectiveOperationException {
    var target = MethodHandles.lookup().findStatic(holder, name, type);
    var site = sites.get(new Signature(name, type));
    if (site == null) {
      sites.put(new Signature(name, type), new MutableCallSite(target));
    } else {
      site.setTarget(target);
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
  }

  synchronized void clear() {
    sites.clear();
  }
}
