package org.orrery.workbench.probes;

import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Runs work on one native thread and puts the old number back.
 *
 * <p>A probe's arrays are small: its OpenMP threads spend their time waiting for each other, and on
 * a busy machine that made an MLP probe ten times slower than one thread.
 */
final class OneThread {
  private OneThread() {}

  static <T> T run(Supplier<T> work) {
    Nd4j.scalar(DataType.FLOAT, 0); // starts the backend; its native part is unknown before
    NativeOps ops = NativeOpsHolder.getInstance().getDeviceNativeOps();
    int before = ops.ompGetMaxThreads();
    ops.setOmpNumThreads(1);
    try {
      return work.get();
    } finally {
      ops.setOmpNumThreads(before);
    }
  }
}
