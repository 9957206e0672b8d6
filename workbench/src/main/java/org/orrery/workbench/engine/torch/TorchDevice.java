package org.orrery.workbench.engine.torch;

import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Where tensors live: on a CUDA card when libtorch's natives know CUDA and a card is visible, else
 * on the CPU. The system property {@code orrery.device} decides otherwise: {@code cpu} or {@code
 * cuda:1}.
 */
final class TorchDevice {
  private static final String CUDA_NATIVES =
      "/org/bytedeco/pytorch/"
          + org.bytedeco.javacpp.Loader.getPlatform()
          + "-gpu/libtorch_cuda.so";

  private static final String WISH = System.getProperty("orrery.device", "");
  private static final TorchDevice CHOSEN = choose();

  private final Device device;
  private final boolean cuda;
  private final String why;

  private TorchDevice(String name, String why) {
    this.device = new Device(name);
    // The scope in which this class is first used must not free it.
    this.device.retainReference();
    this.cuda = name.startsWith("cuda");
    this.why = why;
  }

  static TorchDevice chosen() {
    return CHOSEN;
  }

  private static TorchDevice choose() {
    LibtorchFiles.unpack();
    boolean natives = torch.class.getResource(CUDA_NATIVES) != null;
    boolean card = natives && torch.cuda_is_available();
    if (!WISH.isEmpty()) {
      if (WISH.startsWith("cuda") && !card) {
        throw new IllegalStateException(
            "orrery.device=%s: %s: see docs/gpu.md, or leave the property out"
                .formatted(WISH, absence(natives)));
      }
      return new TorchDevice(WISH, "as orrery.device says");
    }
    return card
        ? new TorchDevice("cuda:0", "%d card(s) visible".formatted(torch.cuda_device_count()))
        : new TorchDevice("cpu", absence(natives));
  }

  private static String absence(boolean natives) {
    return natives
        ? "no CUDA: its natives are here, but no card is visible to them"
        : "no CUDA: this build holds libtorch's CPU natives (-Pcuda brings the others)";
  }

  boolean isCuda() {
    return cuda;
  }

  /** What was chosen, and why nothing else. */
  String describe(int threads) {
    return cuda
        ? "libtorch on CUDA (%s)".formatted(why)
        : "libtorch on the CPU, %d threads (%s)".formatted(threads, why);
  }

  Tensor zeros(long length) {
    return place(torch.zeros(length), ScalarType.Float);
  }

  /** A copy here. */
  Tensor copy(Tensor tensor) {
    return place(tensor, tensor.scalar_type());
  }

  /** A copy here, of that type. */
  Tensor place(Tensor tensor, ScalarType type) {
    return tensor.to(device, type, false, true, new MemoryFormatOptional());
  }
}
