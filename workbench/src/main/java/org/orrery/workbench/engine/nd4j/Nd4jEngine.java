package org.orrery.workbench.engine.nd4j;

import java.util.Optional;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.NativeThreads;
import org.orrery.workbench.engine.Network;
import org.orrery.workbench.engine.Parameters;
import org.orrery.workbench.engine.Precision;

/** ND4J, as a SameDiff graph, float32. Found by the service loader; see {@link Engine#nd4j()}. */
public final class Nd4jEngine implements Engine {

  @Override
  public String name() {
    return "nd4j";
  }

  @Override
  public String describe() {
    boolean natives = Nd4jCard.nativesPresent();
    Optional<Nd4jCard> card = natives ? Nd4jCard.visible() : Optional.empty();
    String absence = Nd4jCard.absence(natives, card);
    String why = absence.isEmpty() ? "on " + card.orElseThrow().name() : absence;
    return "ND4J on the %s, SameDiff graphs, float32 (%s)"
        .formatted(Nd4j.getBackend().getClass().getSimpleName(), why);
  }

  @Override
  public boolean onGraphicsCard() {
    return Nd4jCard.nativesPresent() && Nd4jCard.visible().filter(Nd4jCard::known).isPresent();
  }

  @Override
  public Network network(Parameters parameters, Precision precision) {
    if (precision != Precision.FULL) {
      throw new UnsupportedOperationException(
          "the nd4j engine computes in float32 only, and Precision.%s was asked for: use Engine.torch(), or Precision.FULL"
              .formatted(precision));
    }
    refuseUnknownCard();
    NativeThreads.oneForBlas();
    NativeOpsHolder.getInstance()
        .getDeviceNativeOps()
        .setOmpNumThreads(NativeThreads.ofAnOperation());
    return new Nd4jNetwork(parameters);
  }

  /** On a card that they hold no code for, ND4J's CUDA natives would only say "no kernel image". */
  private static void refuseUnknownCard() {
    if (Nd4jCard.nativesPresent()) {
      Optional<Nd4jCard> card = Nd4jCard.visible();
      if (card.isPresent() && !card.get().known()) {
        throw new IllegalStateException(
            Nd4jCard.absence(true, card) + ": use Engine.torch(), or build without -Pnd4j-cuda");
      }
    }
  }
}
