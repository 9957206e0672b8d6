package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import org.orrery.kernel.magic.Magic.Quiet;
import org.orrery.kernel.magic.MagicScope;

/** The registry of magics, as notebooks written for IJava use it. */
public class Magics {

  /** Registers in the kernel that runs. */
  public Magics() {}

  /** The value of a line magic. */
  public <T> T applyLineMagic(String name, List<String> args) throws Exception {
    return MagicScope.lineMagic(name, args);
  }

  /** The value of a cell magic. */
  public <T> T applyCellMagic(String name, List<String> args, String body) throws Exception {
    return MagicScope.cellMagic(name, args, body);
  }

  /** Registers a line magic. */
  public void registerLineMagic(String name, LineMagicFunction<?> magic) {
    MagicScope.magics()
        .line(
            name,
            "%" + name,
            "registered by a cell",
            (call, workspace) -> new Quiet(magic.execute(call.words())));
  }

  /** Registers a cell magic. */
  public void registerCellMagic(String name, CellMagicFunction<?> magic) {
    MagicScope.magics()
        .cell(
            name,
            "%%" + name,
            "registered by a cell",
            (call, workspace) -> new Quiet(magic.execute(call.words(), call.body())));
  }

  /** Registers a magic of both kinds. */
  public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(
      String name, T magic) {
    registerLineMagic(name, magic);
    registerCellMagic(name, magic);
  }

  /** Registers every annotated method of {@code magics}, or of the class it is. */
  public void registerMagics(Object magics) {
    if (magics instanceof Class<?> type) {
      registerMagics(type);
    } else {
      register(magics.getClass(), magics);
    }
  }

  /** Registers every annotated static method of {@code type}. */
  public void registerMagics(Class<?> type) {
    register(type, null);
  }

  private void register(Class<?> type, Object instance) {
    for (var method : type.getDeclaredMethods()) {
      var line = method.getAnnotation(LineMagic.class);
      if (line != null) {
        LineMagicFunction<?> magic = args -> invoke(method, instance, args, null);
        registerLineMagic(name(line.value(), method), magic);
        List.of(line.aliases()).forEach(alias -> registerLineMagic(alias, magic));
      }
      var cell = method.getAnnotation(CellMagic.class);
      if (cell != null) {
        CellMagicFunction<?> magic = (args, body) -> invoke(method, instance, args, body);
        registerCellMagic(name(cell.value(), method), magic);
        List.of(cell.aliases()).forEach(alias -> registerCellMagic(alias, magic));
      }
    }
  }

  private static String name(String given, Method method) {
    return given.isEmpty() ? method.getName() : given;
  }

  private static Object invoke(Method method, Object instance, List<String> args, String body)
      throws Exception {
    method.setAccessible(true);
    try {
      return switch (method.getParameterCount()) {
        case 0 -> method.invoke(instance);
        case 1 -> method.invoke(instance, args);
        case 2 -> method.invoke(instance, args, body);
        default ->
            throw new IllegalArgumentException(
                "expected a magic of (List<String>) or (List<String>, String), received " + method);
      };
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (Exception) e.getCause();
    }
  }
}
