package org.orrery.workbench.engine;

import org.nd4j.linalg.factory.Nd4j;

/**
 * The threads of the OpenBLAS that both engines share. ND4J's start gives it one for every core,
 * whatever its environment says; they wait for work by turning, and take the cores from OpenMP's
 * threads: a step of a convolutional autoencoder in libtorch took twice as long.
 */
public final class BlasThreads {
  private BlasThreads() {}

  /** Starts ND4J if nobody has, and leaves OpenBLAS with the thread that calls it. */
  public static void one() {
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
