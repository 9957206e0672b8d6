package org.orrery.workbench.engine.torch;

import java.util.Optional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.orrery.workbench.engine.GraphicsCard;
import org.orrery.workbench.engine.NativeThreads;

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

  /** Turing: what libtorch 2.13 with CUDA 13 still holds code for. */
  private static final double OLDEST = 7.5;

  private static final String WISH = System.getProperty("orrery.device", "");
  private static final TorchDevice CHOSEN = choose();

  private final Device device;
  private final boolean cuda;
  private final String card;
  private final String absence;

  private TorchDevice(String name, String card, String absence) {
    this.device = new Device(name);
    // The scope in which this class is first used must not free it.
    this.device.retainReference();
    this.cuda = name.startsWith("cuda");
    this.card = card;
    this.absence = absence;
  }

  static TorchDevice chosen() {
    return CHOSEN;
  }

  private static TorchDevice choose() {
    LibtorchFiles.unpack();
    boolean natives = torch.class.getResource(CUDA_NATIVES) != null;
    boolean card = natives && torch.cuda_is_available();
    Optional<GraphicsCard> named = card ? GraphicsCard.visible() : Optional.empty();
    return choose(WISH, natives, card, named);
  }

  /** The device for a wish (or none), natives, whether they see a card, and what it is. */
  static TorchDevice choose(
      String wish, boolean natives, boolean seen, Optional<GraphicsCard> card) {
    String absence = absence(natives, seen, card);
    String name = card.map(GraphicsCard::name).orElse("a card the driver does not name");
    if (!wish.isEmpty()) {
      if (!wish.matches("cpu|cuda(:\\d+)?")) {
        throw new IllegalStateException(
            "orrery.device=%s: expected cpu, cuda or cuda:1".formatted(wish));
      }
      if (wish.startsWith("cuda") && !absence.isEmpty()) {
        throw new IllegalStateException(
            "orrery.device=%s: %s: see docs/gpu.md, or leave the property out"
                .formatted(wish, absence));
      }
      return wish.startsWith("cuda")
          ? new TorchDevice(wish, wish, "")
          : new TorchDevice(wish, "", "orrery.device says so");
    }
    return absence.isEmpty()
        ? new TorchDevice("cuda:0", name, "")
        : new TorchDevice("cpu", "", absence);
  }

  private static String absence(boolean natives, boolean seen, Optional<GraphicsCard> card) {
    if (!natives) {
      return "no CUDA: this build holds libtorch's CPU natives (-Pcuda brings the others)";
    }
    if (!seen) {
      return "no CUDA: its natives are here, but no card is visible to them";
    }
    return card.filter(c -> !c.isWithin(OLDEST, Double.POSITIVE_INFINITY))
        .map(
            c ->
                "no CUDA: its natives know compute capability %s and newer, and %s has %s"
                    .formatted(OLDEST, c.name(), c.capability()))
        .orElse("");
  }

  boolean isCuda() {
    return cuda;
  }

  /** Why not a card; empty if it is one. */
  String absence() {
    return absence;
  }

  /** What was chosen. */
  String describe(int threads) {
    return cuda
        ? "libtorch on CUDA (%s)".formatted(card)
        : "libtorch on the CPU, " + NativeThreads.show(threads);
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
