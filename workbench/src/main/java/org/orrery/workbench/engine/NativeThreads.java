package org.orrery.workbench.engine;

import org.nd4j.linalg.factory.Nd4j;

/**
 * How many native threads compute. libtorch and ND4J share one OpenMP and one OpenBLAS, so that
 * each has to say the same: sums in another number of parts come to other last digits.
 */
public final class NativeThreads {
  private static final int OF_AN_OPERATION =
      Integer.getInteger(
          "orrery.threads", Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  private NativeThreads() {}

  /**
   * OpenMP's threads of one operation: the system property {@code orrery.threads}, or all cores but
   * one, which is left to those who decode clips, collect garbage and draw. (On two cores every
   * model of {@code benchmarks/engines} is as fast on one thread or faster.)
   */
  public static int ofAnOperation() {
    return OF_AN_OPERATION;
  }

  /** {@code 1 thread}, {@code 2 threads}. */
  public static String show(int threads) {
    return threads + (threads == 1 ? " thread" : " threads");
  }

  /**
   * Leaves OpenBLAS with the thread that calls it; starts ND4J if nobody has. ND4J's start gives it
   * one for every core, whatever its environment says; they wait for work by turning, and take the
   * cores from OpenMP's threads: a step of a convolutional autoencoder took twice as long.
   */
  public static void oneForBlas() {
    Once.done();
  }

  /** ND4J looks for the library at every call, which takes as long as imagining a frame. */
  private static final class Once {
    static {
      Nd4j.factory().blas().setMaxThreads(1);
    }

    static void done() {}
  }
}
