package org.orrery.kernel.shell;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What the byte code of cells calls at every method entry, before every jump backwards and in place
 * of {@code System.exit}. Not for use by hand.
 *
 * <p>The check is a call site that does nothing, so that the JIT compiles it away; an interrupt
 * flips its target, which throws in the threads of the interrupted cells. It stays flipped until
 * the next cell, so that threads these cells started stop as well.
 */
public final class StopCheck {

  private static final Cell OUTSIDE = new Cell(0, "");
  private static final MethodType NOTHING = MethodType.methodType(void.class);
  private static final MethodHandle GO = MethodHandles.empty(NOTHING);
  private static final MethodHandle STOP = stopHandle();
  private static final MutableCallSite SITE = new MutableCallSite(GO);
  private static final MethodHandle CHECK = SITE.dynamicInvoker();

  /** The cell that started a thread; null on threads of pools that no cell started. */
  private static final InheritableThreadLocal<Cell> CELL = new InheritableThreadLocal<>();

  private static final Set<Cell> running = Collections.newSetFromMap(new IdentityHashMap<>());
  private static volatile Set<Cell> stopped = Set.of();

  private StopCheck() {}

  /** Throws when the cell of this thread was interrupted. */
  public static void check() throws Throwable {
    CHECK.invokeExact();
  }

  /** Takes the place of {@code System.exit}, which would end the kernel and every value in it. */
  public static void exit(int status) {
    throw new SystemExit(status);
  }

  /** Takes the place of {@code Runtime.exit} and {@code Runtime.halt}. */
  public static void exit(Runtime runtime, int status) {
    throw new SystemExit(status);
  }

  /** From here on this thread, and those it starts, belong to {@code cell}. */
  static synchronized void enter(Cell cell) {
    CELL.set(cell);
    running.add(cell);
    if (stopped.stream().noneMatch(running::contains) && !stopped.isEmpty()) {
      stopped = Set.of();
      aim(GO);
    }
  }

  /** From here on this thread belongs to no cell and is not stopped. */
  static synchronized void leave(Cell cell) {
    CELL.set(OUTSIDE);
    running.remove(cell);
  }

  /** Stops every thread of {@code cell} at its next check. */
  static synchronized void stop(Cell cell) {
    var more = Collections.newSetFromMap(new IdentityHashMap<Cell, Boolean>());
    more.addAll(stopped);
    more.add(cell);
    stopped = Collections.unmodifiableSet(more);
    aim(STOP);
  }

  private static void aim(MethodHandle target) {
    SITE.setTarget(target);
    MutableCallSite.syncAll(new MutableCallSite[] {SITE});
  }

  @SuppressWarnings("unused") // the target of STOP
  private static void throwIfStopped() {
    var cell = CELL.get();
    var asked = stopped;
    if (cell == null ? !asked.isEmpty() : asked.contains(cell)) {
      throw new CellInterrupted();
    }
  }

  private static MethodHandle stopHandle() {
    try {
      return MethodHandles.lookup().findStatic(StopCheck.class, "throwIfStopped", NOTHING);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
