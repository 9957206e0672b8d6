package org.orrery.kernel.magic.builtin;

import java.util.concurrent.atomic.AtomicLong;

/** A clock that goes on when the code under measurement says so. */
public final class Ticks {

  static final AtomicLong NOW = new AtomicLong();
  static final AtomicLong CALLS = new AtomicLong();

  private Ticks() {}

  /** Takes {@code nanos}. */
  public static long take(long nanos) {
    CALLS.incrementAndGet();
    return NOW.addAndGet(nanos);
  }

  /** Takes {@code nanos} and has no value. */
  public static void pass(long nanos) {
    take(nanos);
  }
}
