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

  /** What it computes on, in a few words: {@code libtorch on the CPU, 2 threads}. */
  String device();

  /** Why it computes on no graphics card; empty if it does. */
  String absence();

  /** One line: the device it computes on, and why on no better one. */
  default String describe() {
    return absence().isEmpty() ? device() : "%s (%s)".formatted(device(), absence());
  }

  /** Whether it computes on a graphics card. */
  boolean onGraphicsCard();

  /** Takes parameters onto the engine, in float32; training leaves the given arrays alone. */
  default Network network(Parameters parameters) {
    return network(parameters, Precision.FULL);
  }

  /** Takes parameters onto the engine; a precision it does not know is refused. */
  Network network(Parameters parameters, Precision precision);

  /** libtorch, eager. */
  static Engine torch() {
    return named("torch");
  }

  /** ND4J, as a SameDiff graph. */
  static Engine nd4j() {
    return named("nd4j");
  }

  /**
   * The fastest engine present: libtorch on a CUDA card, else ND4J on one that it knows, else
   * libtorch on the CPU. The system property {@code orrery.device} decides otherwise: {@code cpu},
   * or {@code cuda:1} for libtorch on the second card. {@link #choice} says why.
   */
  static Engine best() {
    return EngineChoice.of(present()).best();
  }

  /** One line: what {@link #best} takes, and why no engine before it in line was taken. */
  static String choice() {
    return EngineChoice.of(present()).describe();
  }

  /** The engine of that name; an absent one is refused with the names of those present. */
  static Engine named(String name) {
    List<Engine> present = present();
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

  private static List<Engine> present() {
    ResidentLimit.watch();
    return ServiceLoader.load(Engine.class, Engine.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
