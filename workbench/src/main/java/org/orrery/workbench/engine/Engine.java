package org.orrery.workbench.engine;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Something that can run and train a model written in {@link Ops}.
 *
 * <pre>{@code
 * Engine engine = Engine.best();      // the fastest one present
 * Network network = engine.network(parameters);
 * }</pre>
 */
public interface Engine {
  /** The word a user says: {@code torch} or {@code nd4j}. */
  String name();

  /** One line about the device and threads it computes with. */
  String describe();

  /** Copies parameters onto the engine. */
  Network network(Parameters parameters);

  /** libtorch, eager. */
  static Engine torch() {
    return named("torch");
  }

  /** ND4J, as a SameDiff graph. */
  static Engine nd4j() {
    return named("nd4j");
  }

  /** The fastest engine present: torch. */
  static Engine best() {
    return torch();
  }

  /** The engine of that name; an absent one is refused with the names of those present. */
  static Engine named(String name) {
    List<Engine> present =
        ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return present.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no engine is named %s; present: %s"
                        .formatted(
                            name,
                            present.stream().map(Engine::name).collect(Collectors.joining(", ")))));
  }
}
