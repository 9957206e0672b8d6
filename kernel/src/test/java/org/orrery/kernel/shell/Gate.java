package org.orrery.kernel.shell;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A door a cell opens to say how far it has come, and a test waits at. */
public final class Gate {

  private static volatile CountDownLatch reached = new CountDownLatch(1);

  private Gate() {}

  /** Called by a cell. */
  public static void open() {
    reached.countDown();
  }

  static void close() {
    reached = new CountDownLatch(1);
  }

  static void await() throws InterruptedException {
    if (!reached.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the cell never came to Gate.open()");
    }
  }
}
