package org.orrery.workbench.engine.torch;

import org.bytedeco.pytorch.global.torch;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.NativeThreads;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Precision;

/**
 * libtorch, eager, on a CUDA card or the CPU. Found by the service loader; see {@link
 * Engine#torch()}.
 */
public final class TorchEngine implements Engine {
  @Override
  public String name() {
    return "torch";
  }

  @Override
  public String device() {
    return TorchDevice.chosen().describe(NativeThreads.ofAnOperation());
  }

  @Override
  public String absence() {
    return TorchDevice.chosen().absence();
  }

  @Override
  public boolean onGraphicsCard() {
    return TorchDevice.chosen().isCuda();
  }

  @Override
  public Network network(Parameters parameters, Precision precision) {
    boolean card = onGraphicsCard();
    torch.set_num_threads(NativeThreads.ofAnOperation());
    NativeThreads.oneForBlas();
    if (precision == Precision.MIXED && !card) {
      Bfloat16.warnIfSlow();
    }
    return new TorchNetwork(parameters, precision);
  }
}
