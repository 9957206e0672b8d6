package org.orrery.workbench.engine.nd4j;

import java.util.Optional;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.orrery.workbench.engine.Engine;
import org.orrery.workbench.engine.GraphicsCard;
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
  public String device() {
    Optional<GraphicsCard> card = card().filter(Nd4jCard::known);
    return card.isPresent()
        ? "ND4J on CUDA (%s)".formatted(card.get().name())
        : "ND4J on the CPU, " + NativeThreads.show(NativeThreads.ofAnOperation());
  }

  @Override
  public String absence() {
    return Nd4jCard.absence(Nd4jCard.nativesPresent(), card());
  }

  @Override
  public boolean onGraphicsCard() {
    return card().filter(Nd4jCard::known).isPresent();
  }

  /** The card, if there are natives that could look for one. */
  private static Optional<GraphicsCard> card() {
    return Nd4jCard.nativesPresent() ? GraphicsCard.visible() : Optional.empty();
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
      Optional<GraphicsCard> card = GraphicsCard.visible();
      if (card.isPresent() && !Nd4jCard.known(card.get())) {
        throw new IllegalStateException(
            Nd4jCard.absence(true, card) + ": use Engine.torch(), or build without -Pnd4j-cuda");
      }
    }
  }
}
