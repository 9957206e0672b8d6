package org.orrery.kernel.magic.builtin;

import java.lang.management.ManagementFactory;
import org.orrery.kernel.magic.MagicCall;
import org.orrery.kernel.magic.MagicException;
import org.orrery.kernel.magic.MagicSet;
import org.orrery.kernel.magic.Magics;
import org.orrery.kernel.magic.Workspace;

/** {@code %time} and {@code %%time} run code once and say how long it took. */
public final class TimeMagic implements MagicSet {

  @Override
  public void addTo(Magics magics) {
    magics.line("time", "%time CODE", "runs code once and says how long it took", TimeMagic::time);
    magics.cell("time", "%%time", "runs the cell and says how long it took", TimeMagic::time);
  }

  private static Object time(MagicCall call, Workspace workspace) throws Exception {
    if (call.code().isBlank()) {
      throw new MagicException("%time: which code? For example %time Thread.sleep(100)");
    }
    var cpu = processCpu();
    var begin = System.nanoTime();
    try {
      return workspace.evaluate(call.code());
    } finally {
      System.out.printf(
          "wall time %s, CPU time %s on all threads, compiling included%n",
          Durations.text(System.nanoTime() - begin), Durations.text(processCpu() - cpu));
    }
  }

  private static long processCpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
