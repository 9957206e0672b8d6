package org.orrery.kernel.magic.builtin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** What {@code %timeit} compiles: a loop around the code it measures. */
@FunctionalInterface
public interface TimedLoop {

  /** Runs the code {@code times} times. */
  void run(long times) throws Throwable;

  /** Keeps results, so that the compiler cannot leave out what makes them. */
  final class Kept {

    private static final VarHandle OBJECT = field("object", Object.class);
    private static final VarHandle LONG = field("number", long.class);
    private static final VarHandle DOUBLE = field("real", double.class);

    @SuppressWarnings("unused")
    private static Object object;

    @SuppressWarnings("unused")
    private static long number;

    @SuppressWarnings("unused")
    private static double real;

    private Kept() {}

    /** Keeps {@code value} until the next one. */
    public static void keep(Object value) {
      OBJECT.setOpaque(value);
    }

    /** Keeps {@code value} until the next one. */
    public static void keep(long value) {
      LONG.setOpaque(value);
    }

    /** Keeps {@code value} until the next one. */
    public static void keep(double value) {
      DOUBLE.setOpaque(value);
    }

    /** Keeps {@code value} until the next one. */
    public static void keep(boolean value) {
      LONG.setOpaque(value ? 1L : 0L);
    }

    private static VarHandle field(String name, Class<?> type) {
      try {
        return MethodHandles.lookup().findStaticVarHandle(Kept.class, name, type);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }
}
