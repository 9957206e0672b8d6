package org.orrery.workbench.engine;

import org.bytedeco.javacpp.Pointer;

/** What the process holds, heap and native together, after a garbage collection. */
final class ResidentMemory {
  private ResidentMemory() {}

  static long megabytes() {
    System.gc();
    return Pointer.physicalBytes() >> 20;
  }
}
