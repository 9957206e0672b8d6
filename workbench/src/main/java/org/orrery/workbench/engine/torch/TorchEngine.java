package org.orrery.workbench.engine.torch;

import org.bytedeco.pytorch.global.torch;
import org.orrery.workbench.engine.BlasThreads;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Precision;

/**
 * libtorch, eager, on a CUDA card or the CPU. Found by the service loader; see {@link
 * Engine#torch()}.
 */
public final class TorchEngine implements Engine {
  /**
   * Threads of one operation: the system property's value, or all cores but one, which is left to
   * those who decode clips, collect garbage and draw.
   */
  private static final int THREADS =
      Integer.getInteger(
          "orrery.threads", Math.max(1, Runtime.getRuntime().availableProcessors() - 1));

  @Override
  public String name() {
    return "torch";
  }

  @Override
  public String describe() {
    return TorchDevice.chosen().describe(THREADS);
  }

  @Override
  public boolean onGraphicsCard() {
    return TorchDevice.chosen().isCuda();
  }

  @Override
  public Network network(Parameters parameters, Precision precision) {
    boolean card = onGraphicsCard();
    torch.set_num_threads(THREADS);
    BlasThreads.one();
    if (precision == Precision.MIXED && !card) {
      Bfloat16.warnIfSlow();
    }
    return new TorchNetwork(parameters, precision);
  }
}
