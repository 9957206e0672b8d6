package org.orrery.workbench.engine;

import java.util.List;

/**
 * Which engine is taken when none is named.
 *
 * @param engines those present, one of them torch
 * @param wish the system property {@code orrery.device}; empty for none
 */
record EngineChoice(List<Engine> engines, String wish) {

  static EngineChoice of(List<Engine> engines) {
    return new EngineChoice(engines, System.getProperty("orrery.device", ""));
  }

  Engine best() {
    Engine torch =
        engines.stream().filter(engine -> engine.name().equals("torch")).findFirst().orElseThrow();
    return wish.isEmpty() && !torch.onGraphicsCard()
        ? engines.stream().filter(Engine::onGraphicsCard).findFirst().orElse(torch)
        : torch;
  }

  /** One line: what is taken, and why none before it in line. */
  String describe() {
    Engine taken = best();
    if (!wish.isEmpty()) {
      return "%s, as orrery.device=%s says".formatted(taken.device(), wish);
    }
    if (taken.name().equals("torch") && taken.onGraphicsCard()) {
      return taken.device();
    }
    List<String> others =
        engines.stream()
            .filter(engine -> !engine.absence().isEmpty())
            .map(engine -> "%s: %s".formatted(engine.name(), engine.absence()))
            .toList();
    return "%s (%s)".formatted(taken.device(), String.join("; ", others));
  }
}
