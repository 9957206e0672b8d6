package org.orrery.workbench.probes;

import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.orrery.workbench.engine.NativeThreads;

/**
 * Runs work on one native thread.
 *
 * <p>A probe's arrays are small: OpenMP and BLAS threads spend their time waiting for each other.
 * With two threads a product of 128 x 256 x 256 took 22 ms on a busy machine, with one 0.4 ms, and
 * ND4J's start puts BLAS back to all cores whatever OPENBLAS_NUM_THREADS says. The OpenMP number of
 * the calling thread is put back afterwards; BLAS stays at one thread, as everywhere in the
 * workbench.
 */
final class OneThread {
  private OneThread() {}

  static <T> T run(Supplier<T> work) {
    Nd4j.scalar(DataType.FLOAT, 0); // starts the backend; its native part is unknown before
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    int before = ops.ompGetMaxThreads();
    ops.setOmpNumThreads(1);
    NativeThreads.oneForBlas();
    try {
      return work.get();
    } finally {
      ops.setOmpNumThreads(before);
    }
  }
}
