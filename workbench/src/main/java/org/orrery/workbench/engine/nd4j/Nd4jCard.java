package org.orrery.workbench.engine.nd4j;

import java.util.Optional;
import org.orrery.workbench.engine.GraphicsCard;

/**
 * What ND4J's CUDA natives can do with a card. Those of 1.0.0-M2.1 hold machine code for compute
 * capability 3.7 to 8.6 and nothing that a newer card could translate.
 */
final class Nd4jCard {
  private static final double OLDEST = 3.7;
  private static final double NEWEST = 8.6;
  private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

  private Nd4jCard() {}

  /** Whether ND4J's CUDA backend is on the class path. */
  static boolean nativesPresent() {
    try {
      Class.forName(CUDA_BACKEND, false, Nd4jCard.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static boolean known(GraphicsCard card) {
    return card.isWithin(OLDEST, NEWEST);
  }

  /** Why ND4J does not compute on a card, or empty if it can. */
  static String absence(boolean natives, Optional<GraphicsCard> card) {
    if (!natives) {
      return "no CUDA: this build holds ND4J's CPU natives (-Pnd4j-cuda brings the others)";
    }
    if (card.isEmpty()) {
      return "no CUDA: its natives are here, but the driver shows no card";
    }
    return known(card.get())
        ? ""
        : "no CUDA: its natives know compute capability %s to %s, and %s has %s"
            .formatted(OLDEST, NEWEST, card.get().name(), card.get().capability());
  }
}
