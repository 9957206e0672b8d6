package org.orrery.workbench.engine;

import java.util.Comparator;
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

  /** One line: the device it computes on, and why on no better one. */
  String describe();

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
   * libtorch on the CPU. {@link #describe} says why.
   */
  static Engine best() {
    List<Engine> present = present();
    return present.stream()
        .filter(Engine::onGraphicsCard)
        .min(Comparator.comparing(engine -> !engine.name().equals("torch")))
        .orElseGet(Engine::torch);
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
