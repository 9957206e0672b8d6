package org.orrery.workbench.engine.nd4j;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The graphics card as ND4J's CUDA natives see it. Those of 1.0.0-M2.1 hold machine code for
 * compute capability 3.7 to 8.6 and nothing that a newer card could translate.
 */
record Nd4jCard(String name, double capability) {
  private static final double OLDEST = 3.7;
  private static final double NEWEST = 8.6;
  private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";

  /** Whether ND4J's CUDA backend is on the class path. */
  static boolean nativesPresent() {
    try {
      Class.forName(CUDA_BACKEND, false, Nd4jCard.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** The first card that the NVIDIA driver shows, if it shows one. */
  static Optional<Nd4jCard> visible() {
    try {
      Process driver =
          new ProcessBuilder("nvidia-smi", "--query-gpu=name,compute_cap", "--format=csv,noheader")
              .redirectErrorStream(true)
              .start();
      String text = new String(driver.getInputStream().readAllBytes());
      boolean done = driver.waitFor(10, TimeUnit.SECONDS);
      return done && driver.exitValue() == 0
          ? text.lines().findFirst().map(Nd4jCard::parse)
          : Optional.empty();
    } catch (IOException e) {
      // There is no NVIDIA driver, hence no card.
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** A line of the driver's: {@code NVIDIA A100, 8.0}. */
  static Nd4jCard parse(String line) {
    int comma = line.lastIndexOf(',');
    return new Nd4jCard(
        line.substring(0, comma).strip(), Double.parseDouble(line.substring(comma + 1).strip()));
  }

  boolean known() {
    return capability >= OLDEST && capability <= NEWEST;
  }

  /** Why ND4J does not compute on a card, or empty if it can. */
  static String absence(boolean natives, Optional<Nd4jCard> card) {
    if (!natives) {
      return "no CUDA: this build holds ND4J's CPU natives (-Pnd4j-cuda brings the others)";
    }
    if (card.isEmpty()) {
      return "no CUDA: its natives are here, but the driver shows no card";
    }
    return card.get().known()
        ? ""
        : "no CUDA: its natives know compute capability %s to %s, and %s has %s"
            .formatted(OLDEST, NEWEST, card.get().name(), card.get().capability());
  }
}
